package dev.accepted.faults.site;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * What a server's JVM holds.
 *
 * @param heap bytes in use right after a collection
 * @param buffers bytes of buffers outside of the heap
 * @param sockets open ones of the process, those included that listen
 */
public record Inside(long heap, long buffers, int threads, long sockets) {

  /** As it is now; has the JVM collect its garbage before. */
  public static Inside of(long pid) throws IOException {
    try (JMXConnector connector =
        JMXConnectorFactory.connect(new JMXServiceURL(managementOf(pid)))) {
      MBeanServerConnection jvm = connector.getMBeanServerConnection();
      MemoryMXBean memory = ManagementFactory.getPlatformMXBean(jvm, MemoryMXBean.class);
      memory.gc();
      List<BufferPoolMXBean> pools =
          ManagementFactory.getPlatformMXBeans(jvm, BufferPoolMXBean.class);
      return new Inside(
          memory.getHeapMemoryUsage().getUsed(),
          pools.stream()
              .filter(pool -> pool.getName().equals("direct"))
              .mapToLong(BufferPoolMXBean::getMemoryUsed)
              .sum(),
          ManagementFactory.getPlatformMXBean(jvm, ThreadMXBean.class).getThreadCount(),
          sockets(pid));
    }
  }

  private static String managementOf(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        return machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
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
