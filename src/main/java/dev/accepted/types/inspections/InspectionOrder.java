package dev.accepted.types.inspections;

import dev.accepted.job.InvalidInput;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.PublicUrl;
import dev.accepted.types.inspections.course.GivenHeaders;
import dev.accepted.types.inspections.course.Order;
import dev.accepted.types.inspections.dialogue.Header;
import dev.accepted.types.inspections.dialogue.Headers;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an order of what was submitted, or says what is wrong with it. */
final class InspectionOrder {

  private InspectionOrder() {}

  static Order of(InspectionParameters parameters, AddressRules addresses) throws InvalidInput {
    return new Order(
        url(parameters.url(), addresses),
        Objects.requireNonNullElse(parameters.method(), "POST"),
        headers(Objects.requireNonNullElse(parameters.headers(), Map.of())),
        body(parameters.body()),
        Boolean.TRUE.equals(parameters.allowRemoval()),
        Boolean.TRUE.equals(parameters.allowCancel()),
        Order.LONGEST);
  }

  private static URI url(String text, AddressRules addresses) throws InvalidInput {
    try {
      return URI.create(PublicUrl.parse(text, addresses).toASCIIString());
    } catch (IllegalArgumentException unusable) {
      throw InvalidInput.at("/url", String.valueOf(unusable.getMessage()));
    }
  }

  private static Headers headers(Map<String, String> given) throws InvalidInput {
    try {
      return GivenHeaders.of(
          given.entrySet().stream()
              .map(line -> new Header(line.getKey(), line.getValue()))
              .toList());
    } catch (IllegalArgumentException unusable) {
      throw InvalidInput.at("/headers", String.valueOf(unusable.getMessage()));
    }
  }

  private static @Nullable String body(@Nullable JsonValue body) {
    if (body == null || body == JsonValue.NULL) {
      return null;
    }
    return body instanceof JsonString text ? text.getString() : body.toString();
  }
}
