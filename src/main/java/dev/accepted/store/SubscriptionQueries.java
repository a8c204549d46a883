package dev.accepted.store;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.Owners;
import dev.accepted.sql.Row;
import dev.accepted.sql.Session;
import dev.accepted.store.WebhookSubscription.Filter;
import dev.accepted.store.WebhookSubscription.Secrets;
import dev.accepted.store.WebhookSubscription.State;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be asked of the store about subscriptions. */
public final class SubscriptionQueries {

  private static final String ALL =
      """
      select id, owner, url, host, types, events, labels, links, secret, former_secret, former_until,
        state, since, created_at, updated_at
      from subscription
      """;

  /** Below every id of a subscription: these begin with their time. */
  private static final UUID LEAST = new UUID(0, 0);

  private SubscriptionQueries() {}

  /** All of all owners. */
  public static List<WebhookSubscription> all(Session session) throws SQLException {
    return session.list(ALL + "order by owner, id", SubscriptionQueries::subscription);
  }

  /** Those of these owners, newest first. */
  public static List<WebhookSubscription> of(Session session, Owners owners) throws SQLException {
    return session.list(
        ALL + "where " + OwnerCondition.of(owners).text() + " order by id desc",
        SubscriptionQueries::subscription,
        OwnerCondition.of(owners).arguments().toArray());
  }

  /** How many an owner has. */
  public static int count(Session session, String owner) throws SQLException {
    return session
        .first(
            "select cast(count(*) as integer) as number from subscription where owner = ?",
            row -> row.number("number"),
            owner)
        .orElse(0);
  }

  /** That one, whoever's it is. */
  public static Optional<WebhookSubscription> find(Session session, UUID id) throws SQLException {
    return session.first(ALL + "where id = ?", SubscriptionQueries::subscription, id);
  }

  /** The same of these owners; nobody else changes it before this transaction ends. */
  public static Optional<WebhookSubscription> findToChange(Session session, Owners owners, UUID id)
      throws SQLException {
    return session
        .first(
            ALL + "where id = ?" + session.dialect().locked(),
            SubscriptionQueries::subscription,
            id)
        .filter(stored -> owners.include(stored.owner()));
  }

  /** True if there are deliveries of subscriptions, be they of such as were removed. */
  public static boolean haveDeliveries(Session session) throws SQLException {
    return session
        .first("select 1 as one from delivery where subscription >= ? limit 1", row -> true, LEAST)
        .isPresent();
  }

  private static WebhookSubscription subscription(Row row) throws SQLException {
    return new WebhookSubscription(
        row.uuid("id"),
        row.text("owner"),
        row.text("url"),
        row.text("host"),
        row.text("links"),
        new Filter(
            Set.copyOf(JsonText.names(row.textOrNull("types"))),
            JsonText.names(row.text("events")).stream()
                .map(Kind::valueOf)
                .collect(Collectors.toSet()),
            JsonText.labels(row.textOrNull("labels"))),
        new Secrets(
            row.text("secret"), row.textOrNull("former_secret"), row.instantOrNull("former_until")),
        State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.instant("since"),
        row.instant("created_at"),
        row.instant("updated_at"));
  }
}
