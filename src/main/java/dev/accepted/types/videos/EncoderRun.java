package dev.accepted.types.videos;

import dev.accepted.job.InputFile;
import dev.accepted.job.JobContext;
import dev.accepted.job.PermanentFailure;
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

  /** The low byte of FFmpeg's AVERROR(ENOMEM). */
  private static final int NO_MEMORY = 244;

  /** As a shell counts SIGXCPU, and what FFmpeg, which catches it, makes of it. */
  private static final Set<Integer> OUT_OF_CPU = Set.of(152, 255);

  private static final String NO_MEMORY_WORDS = "Cannot allocate memory";

  private final JobContext context;
  private final Confinement confinement;
  private boolean overworked;

  EncoderRun(JobContext context, Confinement confinement) {
    this.context = context;
    this.confinement = confinement;
  }

  /**
   * Runs it.
   *
   * @param report is given each key and value as they come; whatever it throws ends the program
   * @return whether the program was content, and what it complained of, which is in the job's log
   * @throws TransientFailure if it ended for a reason that has nothing to do with its input
   * @throws PermanentFailure if the input takes more CPU time or memory than may be
   */
  Ending run(Path program, List<String> arguments, BiConsumer<String, String> report)
      throws IOException, InterruptedException, TransientFailure, PermanentFailure {
    context.checkStopping();
    Process process =
        confinement.process(program, arguments).directory(context.workDirectory().toFile()).start();
    context.onStop(() -> kill(process));
    Complaints complaints = new Complaints(places(program));
    int exit;
    try {
      process.getOutputStream().close();
      listen(process, report, complaints);
      if (overworked) {
        kill(process);
      }
      exit = process.waitFor();
    } catch (IOException e) {
      context.checkStopping(); // killing it closes the pipe, in the middle of reading too
      throw e;
    } finally {
      kill(process);
    }
    context.checkStopping();
    complaints.lines().forEach(context::log);
    checkBounds(exit, complaints.lines());
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

  private void checkBounds(int exit, List<String> complaints) throws PermanentFailure {
    if (overworked || (OUT_OF_CPU.contains(exit) && complaints.isEmpty())) {
      throw new PermanentFailure(
          "video-too-much-work",
          "The film takes more than %d s of CPU time, which is the most it may."
              .formatted(confinement.limits().cpu().toSeconds()));
    }
    if (exit == NO_MEMORY || complaints.stream().anyMatch(l -> l.contains(NO_MEMORY_WORDS))) {
      throw new PermanentFailure(
          "video-too-much-memory", "The film takes more memory than it may.");
    }
  }

  /** Whether it has had its CPU time; to be asked as long as it says something. */
  private boolean isOverworked(Process process) {
    return process
        .info()
        .totalCpuDuration()
        .filter(spent -> spent.compareTo(confinement.limits().cpu()) > 0)
        .isPresent();
  }

  private void listen(Process process, BiConsumer<String, String> report, Complaints complaints)
      throws IOException {
    try (LineReader reader = new LineReader(process.getInputStream())) {
      for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
        Matcher matcher = REPORT.matcher(line.get());
        if (matcher.matches()) {
          report.accept(matcher.group(1), matcher.group(2));
          if (matcher.group(1).equals("progress") && isOverworked(process)) {
            overworked = true;
            return;
          }
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
