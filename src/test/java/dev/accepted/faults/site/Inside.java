package dev.accepted.faults.site;

import dev.accepted.http.Api;
import dev.accepted.metrics.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a server's process holds.
 *
 * @param heap bytes in use right after a collection
 * @param resident bytes of memory that the process has, its heap's room included
 * @param sockets open ones of the process, those included that listen
 */
public record Inside(long heap, long resident, int threads, long sockets) {

  /** As it is now; has the JVM collect its garbage before. */
  public static Inside of(long pid, Api api) throws IOException, InterruptedException {
    collect(pid);
    Samples samples = new Samples(api.get("/metrics").text());
    return new Inside(
        (long) samples.value("jvm_memory_used_bytes{area=\"heap\"}"),
        (long) samples.value("process_resident_memory_bytes"),
        (int) samples.value("jvm_threads_current"),
        sockets(pid));
  }

  private static void collect(long pid) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process collection =
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (collection.waitFor() != 0) {
      throw new IOException("process " + pid + " has not collected its garbage");
    }
  }

  private static long sockets(long pid) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files.filter(Inside::isSocket).count();
    }
  }

  /** One may be closed while it is looked at. */
  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException closed) {
      return false;
    }
  }
}
