package dev.accepted.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** All metrics as text. */
public final class Exposition {

  /** How it is written. */
  public enum Format {
    /** Prometheus' own text format, which everything reads. */
    TEXT(PrometheusTextFormatWriter.CONTENT_TYPE),
    /** OpenMetrics 1.0. */
    OPEN_METRICS(OpenMetricsTextFormatWriter.CONTENT_TYPE);

    private final String contentType;

    Format(String contentType) {
      this.contentType = contentType;
    }

    /** The media type, with its version. */
    public String contentType() {
      return contentType;
    }

    private ExpositionFormatWriter writer() {
      return switch (this) {
        case TEXT -> PrometheusTextFormatWriter.create();
        case OPEN_METRICS -> OpenMetricsTextFormatWriter.create();
      };
    }
  }

  private final PrometheusRegistry registry;

  Exposition(PrometheusRegistry registry) {
    this.registry = registry;
  }

  /** The metrics as they are now. */
  public byte[] write(Format format) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      format.writer().write(text, registry.scrape());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // it is written to memory
    }
    return text.toByteArray();
  }
}
