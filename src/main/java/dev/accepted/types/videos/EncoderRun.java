package dev.accepted.types.videos;

import dev.accepted.job.InputFile;
import dev.accepted.job.JobContext;
import dev.accepted.job.TransientFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs one program to its end, in the attempt's work directory. It does not outlive the attempt: it
 * is killed as soon as the attempt is to stop, and when the attempt fails for another reason.
 *
 * <p>A program writes both of its streams into one pipe, so nobody needs a second thread to empty
 * the other: lines of the form {@code key=value} are its report, lines of {@link Lifeline} are
 * dropped, the rest are complaints.
 */
final class EncoderRun {

  private static final Pattern REPORT = Pattern.compile("([a-z_0-9.]+)=\\s*(\\S.*)");

  /** As a shell counts them: illegal instruction, abort, bus error, kill, segmentation fault. */
  private static final Set<Integer> KILLED = Set.of(132, 134, 135, 137, 139);

  /** The low byte of FFmpeg's AVERROR(ENOSPC). */
  private static final int NO_SPACE = 228;

  /**
   * How it ended.
   *
   * @param content whether it says that all is well
   * @param complaints the last of them
   */
  record Ending(boolean content, List<String> complaints) {}

  private final JobContext context;

  EncoderRun(JobContext context) {
    this.context = context;
  }

  /**
   * Runs it.
   *
   * @param report is given each key and value as they come; whatever it throws ends the program
   * @return whether the program was content, and what it complained of, which is in the job's log
   * @throws TransientFailure if it ended for a reason that has nothing to do with its input
   */
  Ending run(Path program, List<String> arguments, BiConsumer<String, String> report)
      throws IOException, InterruptedException, TransientFailure {
    context.checkStopping();
    Process process =
        Installation.process(program, arguments)
            .directory(context.workDirectory().toFile())
            .start();
    context.onStop(() -> kill(process));
    Complaints complaints = new Complaints(places(program));
    int exit;
    try {
      process.getOutputStream().close();
      listen(process, report, complaints);
      exit = process.waitFor();
    } finally {
      kill(process);
    }
    context.checkStopping();
    complaints.lines().forEach(context::log);
    if (exit == NO_SPACE) {
      throw new TransientFailure("video-no-space", "There is no space left to write the film.");
    } else if (KILLED.contains(exit)) {
      throw new TransientFailure("video-encoder-died", "The encoder ended unexpectedly.");
    }
    return new Ending(exit == 0, complaints.lines());
  }

  private List<Path> places(Path program) throws IOException {
    List<Path> places = new ArrayList<>(List.of(program, context.workDirectory()));
    context.file().map(InputFile::path).ifPresent(places::add);
    return places;
  }

  private static void listen(
      Process process, BiConsumer<String, String> report, Complaints complaints)
      throws IOException {
    try (LineReader reader = new LineReader(process.getInputStream())) {
      for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
        Matcher matcher = REPORT.matcher(line.get());
        if (matcher.matches()) {
          report.accept(matcher.group(1), matcher.group(2));
        } else if (!Lifeline.wrote(line.get())) {
          complaints.add(line.get());
        }
      }
    }
  }

  private static void kill(Process process) {
    if (process.isAlive()) { // else its number, and so its children, may be another's
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
