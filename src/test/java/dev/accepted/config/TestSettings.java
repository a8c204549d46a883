package dev.accepted.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings as an operator writes them. */
public final class TestSettings {

  private TestSettings() {}

  /** With everything kept under that folder. */
  public static Settings in(Path folder, Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("accepted.data", folder.toString());
    return new SettingsReader(new Properties(all)).read();
  }

  private record Properties(Map<String, String> all) implements Config {

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
      return Optional.ofNullable(all.get(name)).map(type::cast);
    }

    @Override
    public Iterable<String> getPropertyNames() {
      return all.keySet();
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
      return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new UnsupportedOperationException();
    }
  }
}
