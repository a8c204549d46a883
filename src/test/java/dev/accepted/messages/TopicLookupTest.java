package dev.accepted.messages;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.InvalidSettings;
import dev.accepted.config.MessageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an operator is told whose server hasn't what was named. */
class TopicLookupTest {

  private static final MessageSettings SETTINGS =
      new MessageSettings("java:/jms/nothing", MessageSettings.DEFAULT_FACTORY);

  @Test
  void aNameThatLeadsNowhereIsNamed() {
    assertThatThrownBy(() -> TopicLookup.find(SETTINGS, new Names(Duration.ZERO)))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("accepted.messages.connection-factory")
        .hasMessageContaining(MessageSettings.DEFAULT_FACTORY);
  }

  @Test
  void aServerWithoutJakartaMessagingIsNamed() throws Exception {
    Class<?> lookup = new WithoutMessaging().loadClass(TopicLookup.class.getName());
    Method find = lookup.getMethod("find", MessageSettings.class);

    assertThatThrownBy(() -> find.invoke(null, SETTINGS))
        .cause()
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("accepted.messages.topic = java:/jms/nothing")
        .hasMessageContaining("no Jakarta Messaging");
  }

  /** As on a server that lacks it: this package is loaded anew, and finds nothing of it. */
  private static final class WithoutMessaging extends ClassLoader {

    private static final String OURS = "dev.accepted.messages.";

    WithoutMessaging() {
      super(TopicLookupTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.jms.")) {
        throw new ClassNotFoundException(name);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      return name.startsWith(OURS) ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
