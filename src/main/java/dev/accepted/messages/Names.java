package dev.accepted.messages;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

/**
 * The server's names. WildFly binds those of its broker while it starts applications, in no order:
 * a name that isn't there is waited for.
 */
@SuppressWarnings("BanJNDI") // the names are the operator's, never a client's
final class Names {

  private static final Logger LOG = System.getLogger(Names.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final long end;

  Names(Duration patience) {
    end = System.nanoTime() + patience.toNanos();
  }

  /** A name that leads nowhere, or elsewhere; the message says which setting has it. */
  static final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unusable(String setting, String name, String why) {
      super("%s = %s: %s".formatted(setting, name, why));
    }
  }

  /**
   * What is bound to a name.
   *
   * @throws Unusable if nothing is, or something of another kind
   */
  <T> T find(String setting, String name, Class<T> kind) {
    Object found = find(setting, name);
    if (!kind.isInstance(found)) {
      String other = found.getClass().getName();
      throw new Unusable(
          setting, name, "a %s is needed, not a %s".formatted(kind.getName(), other));
    }
    return kind.cast(found);
  }

  private Object find(String setting, String name) {
    while (true) {
      try {
        return InitialContext.<Object>doLookup(name);
      } catch (NameNotFoundException notYet) {
        if (System.nanoTime() > end) {
          throw new Unusable(setting, name, "the server has nothing of that name");
        }
        LOG.log(Level.DEBUG, "Waiting for {0} = {1}", setting, name);
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      } catch (NamingException e) {
        throw new Unusable(setting, name, "it can't be looked up: " + e.getMessage());
      }
    }
  }
}
