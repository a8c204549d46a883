package dev.accepted.command;

import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.PublicUrl;
import dev.accepted.types.inspections.course.Order;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the command is called with. Names are those of curl, where it has the same. */
final class InspectorOptions {

  @Parameters(
      paramLabel = "URL",
      description = "Where the API takes submissions: http or https, without user or password.")
  private String url = "";

  @Option(
      names = {"-X", "--method"},
      paramLabel = "METHOD",
      description = "How it takes them: POST (the default), PUT, PATCH or GET.")
  private String method = "POST";

  @Option(
      names = {"-H", "--header"},
      paramLabel = "HEADER",
      description =
          "A header, 'Name: value', or @FILE with such lines (@- for the standard input). They go to the origin of the URL, and to no other. What looks like a secret doesn't stand in any report.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--header-env",
      paramLabel = "VARIABLE",
      description =
          "A variable of the environment with such lines: for secrets, which in an option everybody on the machine can see.")
  private List<String> variables = new ArrayList<>();

  @Option(
      names = {"-d", "--data"},
      paramLabel = "TEXT",
      description =
          "What is submitted, or @FILE with it, as it is (@- for the standard input). It is sent as application/json, unless a header says otherwise.")
  private @Nullable String data;

  @Option(names = "--allow-cancel", description = "Submit a further job, and cancel it.")
  private boolean allowCancel;

  @Option(
      names = "--allow-removal",
      description =
          "Remove the job at the end (DELETE at its monitor), and look for it after that.")
  private boolean allowRemoval;

  @Option(
      names = "--allow-any-address",
      description =
          "Call whatever address. Without it, localhost and private addresses may be called, since the command reaches no more than whoever runs it; but an API at a public address may not send it to them, and link-local addresses, where clouds hand out a machine's credentials, are never called.")
  private boolean allowAnyAddress;

  @Option(
      names = {"-m", "--time"},
      paramLabel = "SECONDS",
      description =
          "How long it may take: 900 at most, and by default. What was seen until then is told.")
  private int seconds = (int) Order.LONGEST.toSeconds();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "What is written to the standard output: text (the default), json, html or junit.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where that is written instead.")
  private @Nullable Path output;

  @Option(
      names = "--report",
      paramLabel = "FORMAT:FILE",
      description = "A further report, such as junit:report.xml. May be given several times.")
  private List<ReportFile> reports = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "From which severity on findings fail it (exit code 1): error (the default), warning, info or never.")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell nothing on the way.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell each exchange as it happens.")
  private boolean verbose;

  /** What is to be inspected. */
  Order order() throws UsageError {
    String upper = method.toUpperCase(Locale.ROOT);
    if (!Order.METHODS.contains(upper)) {
      throw new UsageError("the method has to be one of " + Order.METHODS);
    }
    if (seconds < 1 || seconds > Order.LONGEST.toSeconds()) {
      throw new UsageError(
          "the time has to be 1 to %d seconds".formatted(Order.LONGEST.toSeconds()));
    }
    HeaderLines lines = new HeaderLines(name -> Optional.ofNullable(System.getenv(name)));
    for (String header : headers) {
      lines.addOption(header);
    }
    for (String variable : variables) {
      lines.addVariable(variable);
    }
    return new Order(
        target(),
        upper,
        lines.headers(),
        body(),
        allowRemoval,
        allowCancel,
        Duration.ofSeconds(seconds));
  }

  private URI target() throws UsageError {
    try {
      return URI.create(PublicUrl.parse(url).toASCIIString());
    } catch (IllegalArgumentException unusable) {
      throw new UsageError(String.valueOf(unusable.getMessage()));
    }
  }

  private @Nullable String body() throws UsageError {
    return data != null && data.startsWith("@") ? TextFile.read(data.substring(1)) : data;
  }

  AddressRules addresses() {
    return allowAnyAddress ? AddressRules.none() : AddressRules.likeTheFirst();
  }

  /** What goes to the standard output; empty if it goes to a file. */
  Optional<ReportFormat> printed() {
    return output == null ? Optional.of(format) : Optional.empty();
  }

  /** All that go to files. */
  List<ReportFile> files() {
    List<ReportFile> all = new ArrayList<>(reports);
    if (output != null) {
      all.add(new ReportFile(format, output));
    }
    return all;
  }

  FailOn failOn() {
    return failOn;
  }

  /** How much is told on the way. */
  Narrator.Detail detail() throws UsageError {
    if (quiet && verbose) {
      throw new UsageError("--quiet and --verbose exclude each other");
    }
    if (quiet) {
      return Narrator.Detail.NOTHING;
    }
    return verbose ? Narrator.Detail.EXCHANGES : Narrator.Detail.STEPS;
  }
}
