package dev.accepted.http.faulty;

import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Faults;
import dev.accepted.faulty.Place;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Submissions whose input names faults, as a simulation's script may. */
@ApplicationScoped
public class Scripts {

  private static final String MEMBER = "faults";

  @Inject PublicUrls publicUrls;

  /**
   * The URLs that the answer to a submission names: below the faults, if there are any. Whether
   * they are spelled right is the schema's to say.
   *
   * @param type the job type's name
   * @throws Problem if the script says that nothing is stored
   */
  public Urls urls(Exchange exchange, String type, JsonObject input) {
    Urls usual = publicUrls.seenBy(exchange.uri());
    List<Fault> named = type.equals(FaultyRequests.TYPE) ? named(input) : List.of();
    if (named.isEmpty()) {
      return usual;
    }
    List<Fault> before = exchange.left(Asked.class).map(Asked::faults).orElse(List.of());
    List<Fault> all = Stream.concat(before.stream(), named.stream()).distinct().toList();
    Asked asked = new Asked(all, Place.SUBMISSION, "", "", false, exchange.caller().owner());
    exchange.leave(asked);
    if (asked.here().stream().anyMatch(Fault::instead)) {
      throw Problem.of(ProblemType.INTERNAL_ERROR, "The script says so.");
    }
    return usual.below(asked.names());
  }

  private static List<Fault> named(JsonObject input) {
    return input.get(MEMBER) instanceof JsonArray names
        ? names.stream()
            .flatMap(
                name ->
                    name instanceof JsonString text ? Stream.of(text.getString()) : Stream.empty())
            .map(Faults::named)
            .flatMap(Optional::stream)
            .distinct()
            .toList()
        : List.of();
  }
}
