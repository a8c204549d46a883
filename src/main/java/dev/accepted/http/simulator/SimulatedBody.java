package dev.accepted.http.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What an answer of the simulator says.
 *
 * @param request what was asked; null where the answer is a part, since the others were asked for
 *     otherwise and have to fit
 */
public record SimulatedBody(
    int code,
    String reason,
    String description,
    String specification,
    @Nullable AskedRequest request) {

  static SimulatedBody of(StatusCode code, @Nullable AskedRequest request) {
    return new SimulatedBody(
        code.code(), code.reason(), code.description(), code.specification(), request);
  }
}
