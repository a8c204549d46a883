package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Places;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.Signposts;
import dev.accepted.types.inspections.reading.State;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Puts in words how an API tells where its monitor is, that a job runs, and that it has ended. */
final class Style {

  private static final URI NOWHERE = URI.create("http://localhost/");

  private String how = "";

  void monitorBy(String signpost) {
    how = signpost;
  }

  String words(List<Exchange> exchanges) {
    if (how.isEmpty()) {
      return "no status monitor";
    }
    List<String> words = new ArrayList<>(List.of("monitor by " + how));
    List<Exchange> polls =
        new Transcript(new Places(NOWHERE, null, null, null, ""), exchanges).polls();
    polls.stream()
        .filter(poll -> MonitorReading.state(poll) == State.RUNNING)
        .findFirst()
        .ifPresent(poll -> words.add(poll.status() + " while it runs"));
    polls.stream()
        .filter(poll -> MonitorReading.state(poll).isFinal())
        .findFirst()
        .ifPresent(poll -> words.add(end(poll)));
    return String.join(", ", words);
  }

  private static String end(Exchange poll) {
    if (poll.isOf(3)) {
      return poll.status() + " to the result";
    }
    if (Signposts.result(poll).isPresent()) {
      return poll.status() + " with a link to the result";
    }
    return Signposts.hasResultInside(poll)
        ? poll.status() + " with the result inside"
        : poll.status() + " at the end";
  }
}
