package dev.accepted.outbound;

import dev.accepted.config.AddressBlock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up on threads of its own, and waits for so long only: nothing can end a look-up that
 * hangs in the machine's resolver but the resolver. Such a one keeps one thread for its name,
 * however often that is asked for; when all threads hang, nobody waits for another.
 */
public final class TimedNames implements NameResolver, AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(20);

  private final NameResolver names;
  private final Duration longest;
  private final ExecutorService lookUps;
  private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();

  /**
   * @param longest how long a name is waited for
   * @param most how many names are looked up at once
   * @param threads for these, made when they are needed
   */
  public TimedNames(NameResolver names, Duration longest, int most, ThreadFactory threads) {
    this.names = names;
    this.longest = longest;
    lookUps =
        new ThreadPoolExecutor(
            0, most, IDLE.toMillis(), TimeUnit.MILLISECONDS, new SynchronousQueue<>(), threads);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    Optional<InetAddress> itself = AddressBlock.address(host);
    if (itself.isPresent()) {
      return new InetAddress[] {itself.get()};
    }
    try {
      return ask(host).get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(failed);
      throw unknown;
    } catch (TimeoutException | RejectedExecutionException hanging) {
      throw new LookupTimedOut(host);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new LookupTimedOut(host);
    }
  }

  private CompletableFuture<InetAddress[]> ask(String host) {
    CompletableFuture<InetAddress[]> fresh = new CompletableFuture<>();
    CompletableFuture<InetAddress[]> asked = underWay.putIfAbsent(host, fresh);
    if (asked != null) {
      return asked;
    }
    boolean begun = false;
    try {
      lookUps.execute(() -> lookUp(host, fresh));
      begun = true;
      return fresh;
    } finally {
      if (!begun) {
        underWay.remove(host, fresh);
      }
    }
  }

  private void lookUp(String host, CompletableFuture<InetAddress[]> answer) {
    try {
      InetAddress[] found = names.resolve(host);
      underWay.remove(host, answer);
      answer.complete(found);
    } catch (UnknownHostException | RuntimeException failed) {
      underWay.remove(host, answer);
      answer.completeExceptionally(failed);
    }
  }

  /** Looks nothing up any more; a thread that hangs ends when the resolver lets it go. */
  @Override
  public void close() {
    lookUps.shutdownNow();
  }
}
