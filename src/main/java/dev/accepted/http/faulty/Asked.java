package dev.accepted.http.faulty;

import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Place;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request whose answer is to have faults; left with it.
 *
 * @param faults in the order in which they were named
 * @param place what is asked for
 * @param rest the path without the faults, from the collection on
 * @param job the id in the path as it stands there; empty if there is none
 * @param head whether only headers are asked for
 * @param owner who asks; empty before that is known
 */
public record Asked(
    List<Fault> faults, Place place, String rest, String job, boolean head, String owner) {

  static final String ATTRIBUTE = Asked.class.getName();

  /** What was left with a request. */
  static Optional<Asked> leftWith(ServletRequest request) {
    return Optional.ofNullable((Asked) request.getAttribute(ATTRIBUTE));
  }

  /** The same when it is known who asks. */
  Asked by(String caller) {
    return new Asked(faults, place, rest, job, head, caller);
  }

  /** The faults as they stand in URLs. */
  String names() {
    return faults.stream().map(Fault::name).collect(Collectors.joining("+"));
  }

  /** Those that may show where it is asked. */
  List<Fault> here() {
    return faults.stream().filter(fault -> fault.isAt(place)).toList();
  }

  /** How long the answer to the submission is to be held back. */
  public Duration delay() {
    return here().stream().map(Fault::delay).reduce(Duration.ZERO, Duration::plus);
  }

  /** Whether a header of the request is passed over. */
  public boolean passesOver(String header) {
    return here().stream().anyMatch(fault -> fault.unheard().contains(header));
  }
}
