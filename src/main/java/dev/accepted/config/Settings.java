package dev.accepted.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator may set. Each is a MicroProfile Config property, so all but {@code
 * accepted.types.NAME.slots}, whose name is open, may be environment variables too ({@code
 * accepted.data} is {@code ACCEPTED_DATA}). {@link SettingsReader} reads and checks them.
 *
 * @param data {@code accepted.data}: the folder of the database and all content; made if it isn't
 *     there
 * @param publicUrl {@code accepted.public-url}: what links begin with, where the request's own host
 *     is not what clients see; without a path
 * @param content {@code accepted.content}: the folder of all content; one that all nodes share,
 *     where there are several
 * @param s3 {@code accepted.content.s3.bucket} and what goes with it: a bucket that keeps what is
 *     complete, in place of that folder, which then has only this node's work
 * @param store {@code accepted.store.url} and what goes with it: a database that several nodes may
 *     share, in place of the embedded one
 * @param lease {@code accepted.lease}: how long a node that does not show itself keeps its running
 *     jobs, where several share a database
 * @param node {@code accepted.node}: what this node is called, where several share a database
 * @param drain {@code accepted.drain}: how long running jobs may go on when the server stops,
 *     before they are handed back
 * @param linger {@code accepted.linger}: how long a server that is told to stop goes on turning
 *     requests away before it closes its port, so that clients notice and ask another
 * @param serverState {@code accepted.server-state}: name of an MBean that tells by attribute change
 *     notifications when the server is about to stop
 * @param powerSafe {@code accepted.store.power-safe}: whether each commit is followed by an fsync
 * @param queueLimit {@code accepted.queue.limit}: most jobs that may wait; beyond, submissions get
 *     503
 * @param slots {@code accepted.slots}: most jobs that run at once on this node
 * @param typeSlots {@code accepted.types.NAME.slots}: most jobs of one type that run at once, by
 *     the type's name
 * @param retain {@code accepted.retain}: how long a finished job is kept, unless its client says
 *     otherwise
 * @param maxRetain {@code accepted.retain.max}: the most that a client may ask for
 * @param tombstones {@code accepted.tombstones}: how long an expired job answers 410
 * @param history {@code accepted.events.history}: how long the journal of events is kept, for those
 *     who were cut off and go on where they were
 * @param idempotency {@code accepted.idempotency}: the life of an idempotency key
 * @param maxWait {@code accepted.wait.max}: the longest {@code Prefer: wait} that is honoured
 * @param maxStreams {@code accepted.streams.max}: most event streams, sockets and followed logs at
 *     once on this node
 * @param maxSchedules {@code accepted.schedules.max}: most schedules of one caller
 * @param maxBodyBytes {@code accepted.body.max}: longest JSON body
 * @param maxFileBytes {@code accepted.file.max}: longest uploaded file; a type may allow less
 * @param webhooks {@code accepted.webhooks.*}: how receivers of webhooks are called
 * @param inspections {@code accepted.inspections.allow}: what inspections of other APIs may call
 *     although it is not a public address
 * @param messages {@code accepted.messages.topic} and what goes with it: a topic of a message
 *     broker to publish events to
 * @param datasource {@code accepted.datasource}: JNDI name of a data source of the server's to keep
 *     the jobs in, in place of the embedded database
 * @param executor {@code accepted.executor}: JNDI name of a managed executor of the server's to run
 *     jobs on, in place of the application's own
 * @param announce {@code accepted.announce}: a URL to name in the log when the server is ready
 * @param ffmpeg {@code accepted.ffmpeg}: an encoder to use in place of the one that is carried
 *     along
 * @param auth {@code accepted.auth} and what goes with it: how callers are known
 * @param throttle {@code accepted.throttle.*} and {@code accepted.proxies}: how often may be asked
 * @param quotas {@code accepted.quota.*}: what each caller may have at most
 * @param bodies {@code accepted.body.time} and {@code accepted.uploads}: how long bodies are waited
 *     for
 * @param uploads {@code accepted.uploads.retain} and {@code accepted.uploads.max}: uploads that may
 *     take several requests
 * @param limits how much a job may make of what it was given
 * @param hosts {@code accepted.hosts}: names by which the server may be asked over loopback
 * @param secret {@code accepted.secret}: what only the servers that share the store know
 * @param links {@code accepted.links.lifetime}: how long links to a job may count
 * @param audit {@code accepted.audit.retention}: how the audit log is kept
 */
public record Settings(
    Path data,
    Path content,
    Optional<S3Bucket> s3,
    Optional<SharedDatabase> store,
    Duration lease,
    String node,
    Duration drain,
    Duration linger,
    Optional<String> serverState,
    Optional<URI> publicUrl,
    boolean powerSafe,
    long queueLimit,
    int slots,
    Map<String, Integer> typeSlots,
    Duration retain,
    Duration maxRetain,
    Duration tombstones,
    Duration history,
    Duration idempotency,
    Duration maxWait,
    int maxStreams,
    int maxSchedules,
    long maxBodyBytes,
    long maxFileBytes,
    WebhookSettings webhooks,
    AllowedReceivers inspections,
    Optional<MessageSettings> messages,
    Optional<String> datasource,
    Optional<String> executor,
    Optional<String> announce,
    Optional<Path> ffmpeg,
    AuthSettings auth,
    ThrottleSettings throttle,
    QuotaSettings quotas,
    BodySettings bodies,
    UploadSettings uploads,
    InputLimits limits,
    KnownHosts hosts,
    SecretSettings secret,
    LinkSettings links,
    AuditSettings audit) {

  /** The defaults, with everything kept under that folder. */
  public static Settings in(Path data) {
    return new Settings(
        data,
        data.resolve("content"),
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(5),
        "node",
        Duration.ofSeconds(5),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        true,
        1_000_000,
        16,
        Map.of(),
        Duration.ofDays(7),
        Duration.ofDays(366),
        Duration.ofDays(365),
        Duration.ofMinutes(15),
        Duration.ofHours(24),
        Duration.ofSeconds(60),
        10_000,
        1_000,
        1 << 20,
        2L << 30,
        WebhookSettings.DEFAULTS,
        AllowedReceivers.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        AuthSettings.DEFAULTS,
        ThrottleSettings.DEFAULTS,
        QuotaSettings.DEFAULTS,
        BodySettings.DEFAULTS,
        UploadSettings.DEFAULTS,
        InputLimits.DEFAULTS,
        KnownHosts.DEFAULTS,
        SecretSettings.DEFAULTS,
        LinkSettings.DEFAULTS,
        AuditSettings.DEFAULTS);
  }
}
