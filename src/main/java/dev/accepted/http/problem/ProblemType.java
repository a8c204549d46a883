package dev.accepted.http.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of problem; each has a page under {@code /api/problems/} by its {@link #slug()}. */
public enum ProblemType {
  MALFORMED_JSON(
      400,
      "The body is not JSON",
      "Parsing stopped at the place given by \"position\". Names may not stand twice in an"
          + " object."),
  MALFORMED_FORM(
      400,
      "The form can't be read",
      "A multipart/form-data body was cut short, its boundary is wrong, or it has too many parts."),
  INVALID_PARAMETER(
      400,
      "A parameter can't be used",
      "\"parameter\" names the query parameter or job option. Unknown ones are refused, so that a"
          + " misspelt one doesn't pass unnoticed."),
  INVALID_HEADER(400, "A header can't be read", "\"header\" names it."),
  UNKNOWN_STATUS_CODE(
      400,
      "There is no such status code to simulate",
      "The simulator answers with the codes from 200 to 599 that IANA has registered; /api/status lists"
          + " them."),
  UNKNOWN_FAULT(
      400,
      "There is no such fault",
      "\"faults\" names those there are; /api/faulty tells what they do. Several are joined by +."),
  INCONSISTENT_UPLOAD_LENGTH(
      400,
      "The lengths don't fit together",
      "Upload-Length, Upload-Offset, Content-Length and what came before say different things of"
          + " how long the upload is. HEAD tells how it stands."),
  COMPLETED_UPLOAD(
      400,
      "The upload is complete already",
      "Nothing more can follow. Submit a job that names it, with ?upload= and its id."),
  BAD_REQUEST(400, "The request can't be understood", "The detail says what is wrong with it."),
  NOT_SIGNED_IN(
      401,
      "Nobody is signed in",
      "The request needs an API key or a bearer token that counts; WWW-Authenticate tells how."
          + " People sign in at /sign-in."),
  LINK_INVALID(
      401,
      "The link doesn't count",
      "\"access\" in the URL was not given for this job, was cut or changed on its way, or was"
          + " given before the server's secret was changed. Ask whoever has given you the link for"
          + " another."),
  LINK_EXPIRED(
      401,
      "The link has expired",
      "Links count for a time. Ask whoever has given you this one for another."),
  LINK_TOO_NARROW(
      403,
      "The link doesn't open this",
      "It lets its holder read what \"opens\" names of its job, by GET and HEAD, and do nothing"
          + " else."),
  LINKS_OFF(
      403,
      "This server gives no links",
      "Its operator has set accepted.links.lifetime to nothing."),
  NOT_ALLOWED(403, "The caller may not do this", "\"role\" is what the caller would have to have."),
  CLOSED_TO_THE_NETWORK(
      403,
      "The server is for its own machine only",
      "Nobody signs in here, so requests from elsewhere are turned away. The operator sets"
          + " accepted.auth, or a proxy on the same machine in front."),
  FOREIGN_ORIGIN(
      403,
      "Another site's page may not do this",
      "A page of another origin tried to change something or to open a socket. Programs send"
          + " neither Origin nor Sec-Fetch-Site, and may, unless they send a browser's cookie."
          + " Behind a proxy that changes Host, accepted.public-url tells which pages are the"
          + " server's own."),
  UNKNOWN_RESOURCE(404, "There is nothing here", "Look at /api for what there is."),
  JOB_NOT_FOUND(
      404,
      "There is no such job",
      "No job of yours has this id: it was never accepted, it was removed by a client, or it is"
          + " somebody else's."),
  UNKNOWN_JOB_TYPE(404, "There is no such job type", "Look at /api/types for those there are."),
  UPLOAD_NOT_FOUND(
      404,
      "There is no such upload",
      "No upload of yours has this id: it was never begun, it was removed, nobody went on with it"
          + " for too long, a job has taken it, or it is somebody else's."),
  METHOD_NOT_ALLOWED(
      405,
      "The method is not allowed here",
      "The Allow header and \"allowed\" name those that are."),
  NOT_ACCEPTABLE(
      406,
      "Nothing here fits the Accept header",
      "\"acceptable\" lists the media types that can be had."),
  BODY_TOO_SLOW(
      408,
      "The body came too slowly",
      "\"seconds\" is how long the server waits for each 64 KiB of a body, or for all of a shorter"
          + " one. Nothing was stored. Send it again, on a new connection."),
  RESULT_NOT_READY(
      409,
      "The result is not ready",
      "The job has not finished. Come back after Retry-After seconds, or watch its status"
          + " monitor."),
  NO_RESULT(
      409,
      "The job has no result",
      "The job failed or was canceled. Its status monitor tells why; it may be run again."),
  NOT_RETRIABLE(
      409, "The job can't be run again", "Only a failed or canceled job can be run again."),
  NOT_WAITING(
      409,
      "The job doesn't wait",
      "Only a job that is scheduled or queued can be given another priority: the priority says who"
          + " is next, and this job runs or has finished."),
  NOT_SENDABLE(
      409,
      "The delivery can't be sent again",
      "It is still to be sent, or its receiver has said that it wants no more."),
  KEY_IN_PROGRESS(
      409,
      "A request with this key is under way",
      "The first request with this Idempotency-Key is still being stored. Repeat yours shortly."),
  TOO_MANY_SUBSCRIPTIONS(
      409,
      "There are too many subscriptions",
      "\"limit\" is the most that you may have. Remove one, or widen the filter of another."),
  MISMATCHING_UPLOAD_OFFSET(
      409,
      "The part belongs elsewhere",
      "The upload has come to \"expected-offset\", as Upload-Offset says, and the part begins at"
          + " \"provided-offset\". Go on from where the upload is."),
  UPLOAD_SUPERSEDED(
      409,
      "Another request has the upload",
      "An upload is brought by one request at a time, and a newer one ended this. What had come of"
          + " it counts: HEAD tells how far the upload is."),
  UPLOAD_INCOMPLETE(
      409,
      "The upload isn't complete",
      "A job takes an upload when all of it is there: send the rest, and Upload-Complete: ?1."),
  TOO_MANY_UPLOADS(
      409,
      "There are too many uploads",
      "\"limit\" is the most that you may have which no job has taken yet. GET /api/uploads lists"
          + " them: finish or remove some."),
  TOO_MANY_SCHEDULES(
      409,
      "There are too many schedules",
      "\"limit\" is the most that you may have. Remove one, or change another."),
  TOO_MANY_STORED_BYTES(
      409,
      "Your jobs keep too many bytes",
      "\"limit\" is the most that they may keep, \"used\" what they do, with their inputs, results,"
          + " files and uploads. Waiting doesn't help, unless one expires: remove some."),
  JOB_EXPIRED(
      410, "The job has expired", "It had finished; its result was kept as long as was agreed."),
  PRECONDITION_FAILED(
      412, "The precondition failed", "If-Match or If-Unmodified-Since doesn't hold any more."),
  CONTENT_TOO_LARGE(413, "The body is too large", "\"limit\" is the most bytes it may have."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The media type is not accepted here",
      "The Accept-Post header and \"accepted\" list the media types that are."),
  RANGE_NOT_SATISFIABLE(
      416, "No byte of the range exists", "\"length\" is how many bytes there are."),
  FOREIGN_HOST(
      421,
      "This server is not known by that name",
      "Over loopback it answers to localhost, to addresses, to the host of accepted.public-url and"
          + " to the names in accepted.hosts only, so that no page can reach it by a name of its"
          + " own."),
  INVALID_INPUT(
      422,
      "The input is not valid",
      "\"errors\" lists what is wrong, each with a JSON Pointer into the input."),
  KEY_REUSED(
      422,
      "The key belongs to another request",
      "This Idempotency-Key was used before with another payload. Take a new key."),
  UPGRADE_REQUIRED(
      426, "This is a WebSocket", "Ask for it as one: with Upgrade: websocket (RFC 6455)."),
  POLLED_TOO_SOON(
      429,
      "The monitor was asked too soon",
      "Each answer's Retry-After says when to ask again. Come back after this one's; or have the"
          + " answer wait for news, with Prefer: wait, or follow the job's events."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "RateLimit-Policy tells how many may be sent. Come back after Retry-After."),
  NOT_LISTENING(
      429,
      "Nothing is listened to for a while",
      "Too many requests were sent although they were refused. Stay away for as long as Retry-After"
          + " says; each further time takes longer."),
  TOO_MANY_ACTIVE_JOBS(
      429,
      "You have too many active jobs",
      "\"limit\" is how many jobs of yours may be unfinished, \"used\" how many are. Submit again"
          + " after Retry-After, when one has finished; or cancel one."),
  TOO_MANY_SUBMISSIONS(
      429,
      "You submit too much",
      "\"limit\" is how many jobs you may submit a minute, \"used\" how many you have. Submit again"
          + " after Retry-After."),
  INTERNAL_ERROR(
      500,
      "The server failed",
      "The fault is the server's. Its log tells more under \"reference\"; repeating may help."),
  UPLOADS_UNAVAILABLE(
      501,
      "This server takes no uploads in parts",
      "Several servers share its bucket, and none of them sees parts that came to another. Send the"
          + " file with its submission."),
  TYPE_UNAVAILABLE(
      503, "Jobs of this type can't run here", "The server lacks something this type needs."),
  QUEUE_FULL(
      503, "Too many jobs are waiting", "Nothing was stored. Submit again after Retry-After."),
  TOO_MANY_STREAMS(
      503,
      "Too many streams are open",
      "The server keeps only so many. Come again after Retry-After, or ask the status monitor."),
  TOO_MANY_SLEEPERS(
      503,
      "Too many simulated answers are held back",
      "The simulator keeps only so many requests waiting by \"sleep\". Come again after Retry-After."),
  TOO_MANY_BODIES(
      503,
      "Too many uploads are under way",
      "The server reads only so many at once. Nothing was stored. Send it again after"
          + " Retry-After."),
  STORE_UNAVAILABLE(
      503, "The store can't be reached", "Nothing was changed. Ask again after Retry-After."),
  ISSUER_UNAVAILABLE(
      503,
      "The issuer of the token can't be asked",
      "Whether the token counts depends on keys of its issuer that are not known now. Nothing was"
          + " changed. Ask again after Retry-After."),
  SERVER_STOPPING(
      503,
      "This server is being stopped",
      "Nothing was changed. Ask another server of the same service, or again after Retry-After.");

  private static final String REGISTRY = "https://iana.org/assignments/http-problem-types#";

  private final int status;
  private final String title;
  private final String explanation;

  ProblemType(int status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  /** The status code it is usually answered with. */
  public int status() {
    return status;
  }

  /** What is wrong in a few words, the same each time. */
  public String title() {
    return title;
  }

  /** What it means and what to do, for its page. */
  public String explanation() {
    return explanation;
  }

  /** Its name in URLs. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What identifies it everywhere, for those that others have registered
   * (draft-ietf-httpbis-resumable-upload-12, section 7); empty for our own.
   */
  public Optional<String> registered() {
    return switch (this) {
      case MISMATCHING_UPLOAD_OFFSET, COMPLETED_UPLOAD, INCONSISTENT_UPLOAD_LENGTH ->
          Optional.of(REGISTRY + slug());
      default -> Optional.empty();
    };
  }

  /** The type of that slug. */
  public static Optional<ProblemType> of(String slug) {
    return Stream.of(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }
}
