package dev.accepted.command;

import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.NameResolver;
import dev.accepted.outbound.TimedNames;
import dev.accepted.types.inspections.course.Course;
import dev.accepted.types.inspections.course.Order;
import dev.accepted.types.inspections.dialogue.Redaction;
import dev.accepted.types.inspections.report.Inspected;
import dev.accepted.types.inspections.rules.Finding;
import dev.accepted.types.inspections.wire.Caller;
import dev.accepted.types.inspections.wire.Limits;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Inspects an asynchronous API from a shell or a build: {@code java -jar ROOT-inspector.jar --help}
 * tells the rest.
 */
@Command(
    name = "accepted-inspector",
    mixinStandardHelpOptions = true,
    versionProvider = InspectorVersion.class,
    sortOptions = false,
    description = {
      "Submits to an asynchronous HTTP API, follows the monitor, reads the result, and tells what is wrong.",
      "The submission is sent twice, with one Idempotency-Key: an API that heeds the key makes one job of both. At most 200 requests are made."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing found at or above --fail-on",
      "1:something found",
      "2:options that make no sense, or a file that can't be read or written",
      "3:no job could be followed: nobody there, a refused address, not HTTP, no monitor",
      "130:ended by Ctrl-C; what was seen until then was reported"
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  accepted-inspector -d '{\"seconds\":10}' http://localhost:8080/jobs",
      "  accepted-inspector -d @job.json --header-env API_HEADERS --fail-on warning --report junit:report.xml https://api.example.com/jobs"
    })
public final class InspectorCommand implements Callable<Integer> {

  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(10);
  private static final int MOST_LOOK_UPS = 4;

  private final PrintStream out;
  private final PrintWriter err;
  private final Clock clock;

  @Mixin private final InspectorOptions options = new InspectorOptions();

  private InspectorCommand(PrintStream out, PrintWriter err, Clock clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /**
   * Runs it, and ends the process.
   *
   * @param arguments as {@code --help} tells
   */
  public static void main(String[] arguments) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    InspectorCommand command = new InspectorCommand(System.out, err, Clock.systemUTC());
    CommandLine line =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExpandAtFiles(false)
            .registerConverter(ReportFile.class, InspectorCommand::reportFile)
            .setExecutionExceptionHandler(
                (failure, failed, parsed) -> {
                  if (failure instanceof UsageError) {
                    failed.getErr().println(failure.getMessage());
                    failed.getErr().println("Try --help.");
                    return ExitCode.USAGE;
                  }
                  throw failure;
                });
    line.getCommandSpec().exitCodeOnExecutionException(ExitCode.NOT_INSPECTED);
    System.exit(line.execute(arguments));
  }

  private static ReportFile reportFile(String text) {
    try {
      return ReportFile.parse(text);
    } catch (IllegalArgumentException unusable) {
      throw new CommandLine.TypeConversionException(
          "“%s”: expected text, json, html or junit, a colon, and the name of a file"
              .formatted(text));
    }
  }

  @Override
  public Integer call() throws UsageError, InterruptedException {
    Order order = options.order();
    for (ReportFile file : options.files()) {
      file.check();
    }
    Redaction redaction = new Redaction(order.headers());
    CommandRun run = new CommandRun(clock, new Narrator(err, redaction, options.detail()));
    try (TimedNames names =
            new TimedNames(NameResolver.SYSTEM, LONGEST_LOOK_UP, MOST_LOOK_UPS, this::lookUp);
        Caller caller =
            new Caller(new CheckedNames(names, options.addresses()), clock, Limits.USUAL);
        Interruption ending =
            new Interruption(
                () -> {
                  run.stop();
                  caller.close();
                })) {
      Inspected inspected = Inspected.of(new Course(order, run, caller).run(), redaction);
      tell(inspected);
      ending.told();
      return exitCode(inspected);
    }
  }

  /** A look-up that hangs doesn't hold up the end of the process. */
  private Thread lookUp(Runnable task) {
    Thread thread = new Thread(task, "look-up");
    thread.setDaemon(true);
    return thread;
  }

  private void tell(Inspected inspected) throws UsageError {
    for (ReportFile file : options.files()) {
      file.write(inspected);
    }
    Optional<ReportFormat> printed = options.printed();
    if (printed.isPresent()) {
      out.writeBytes(printed.get().bytes(inspected, Colours.ofTerminal()));
      out.flush();
    }
  }

  private int exitCode(Inspected inspected) {
    Optional<Finding> fatal =
        inspected.findings().stream().filter(finding -> finding.rule().isFatal()).findFirst();
    if (fatal.isPresent()) {
      err.println("No job could be followed: " + fatal.get().rule().title());
      return ExitCode.NOT_INSPECTED;
    }
    return inspected.findings().stream()
            .anyMatch(finding -> options.failOn().includes(finding.rule().severity()))
        ? ExitCode.FOUND
        : ExitCode.FINE;
  }
}
