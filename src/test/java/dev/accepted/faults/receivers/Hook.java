package dev.accepted.faults.receivers;

import dev.accepted.faults.receivers.Receiver.Arrival;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A subscription, and the receiver behind it if there is one. */
public final class Hook implements AutoCloseable {

  private static final int PAGE = 500;

  private final String name;
  private final Fate fate;
  private final String label;
  private final String url;
  private final @Nullable Receiver receiver;
  private @Nullable String self;

  /** What has to become of each delivery. */
  public enum Fate {
    /** It arrives. */
    DELIVERED,
    /** It is given up after the last try. */
    DEAD,
    /** The receiver wants no more. */
    GONE
  }

  private Hook(String name, Fate fate, String label, String url, @Nullable Receiver receiver) {
    this.name = name;
    this.fate = fate;
    this.label = label;
    this.url = url;
    this.receiver = receiver;
  }

  /**
   * One with a receiver.
   *
   * @param label which of the trial's jobs it is told of
   */
  public static Hook to(String name, Fate fate, String label, String address, Manner manner)
      throws IOException {
    Receiver receiver = new Receiver(address, manner);
    return new Hook(name, fate, label, receiver.url(), receiver);
  }

  /** One whose URL leads to nobody. */
  public static Hook toNobody(String name, String label, String url) {
    return new Hook(name, Fate.DEAD, label, url, null);
  }

  public String name() {
    return name;
  }

  public Fate fate() {
    return fate;
  }

  public String label() {
    return label;
  }

  /** Its receiver; empty if there is nobody. */
  public Optional<Receiver> receiver() {
    return Optional.ofNullable(receiver);
  }

  /** Subscribes to the ends of the jobs of a trial that have its label. */
  public void subscribe(Api api, String trial) throws IOException {
    String body =
        "{\"url\":\"%s\",\"events\":[\"succeeded\"],\"labels\":{\"%s\":\"%s\"}}"
            .formatted(url, label, trial);
    Answer answer = api.postJson("/api/subscriptions", body);
    if (answer.status() != 201) {
      throw new IOException(name + ": " + answer.status() + " " + answer.text());
    }
    self = answer.json().getJsonObject("links").getString("self");
  }

  /** Its state by the server's word. */
  public String state(Api api) {
    return api.get(subscription()).json().getString("state");
  }

  /** All its deliveries by the server's word. */
  public List<JsonObject> deliveries(Api api) throws IOException {
    List<JsonObject> all = new ArrayList<>();
    Optional<String> next = Optional.of(subscription() + "/deliveries?limit=" + PAGE);
    while (next.isPresent()) {
      Answer page = api.get(next.get());
      if (page.status() != 200) {
        throw new IOException(name + ": " + page.status() + " " + page.text());
      }
      all.addAll(page.json().getJsonArray("deliveries").getValuesAs(JsonObject.class));
      next = Optional.ofNullable(page.json().getString("next", null));
    }
    return all;
  }

  /** How long each took that was taken, from the event to when it had come; shortest first. */
  public List<Duration> delays() {
    return receiver().stream()
        .flatMap(one -> one.arrivals().values().stream())
        .flatMap(tries -> tries.stream().filter(Arrival::isTaken).limit(1))
        .map(Arrival::delay)
        .sorted()
        .toList();
  }

  private String subscription() {
    if (self == null) {
      throw new IllegalStateException(name + " was not subscribed");
    }
    return self;
  }

  /** Ends it. */
  public void unsubscribe(Api api) {
    api.send("DELETE", subscription(), BodyPublishers.noBody());
  }

  @Override
  public void close() throws IOException {
    if (receiver != null) {
      receiver.close();
    }
  }
}
