package dev.accepted.example;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.accepted.job.*;
import jakarta.enterprise.context.Dependent;
import java.io.*;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Computes the checksum of a file. */
@Dependent
public class Checksum implements JobType<Checksum.Parameters> {

  public record Parameters(String algorithm) {}

  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false, "required": ["algorithm"],
       "properties": {"algorithm": {"enum": ["MD5", "SHA-256", "SHA-512"]}}}
      """;

  @Override
  public JobDefinition definition() {
    return JobDefinition.named("checksum", "checksums", SCHEMA)
        .described("Checksum", "Computes the checksum of a file.")
        .withExample("{\"algorithm\": \"SHA-256\"}")
        .withFile(JobDefinition.FileRule.REQUIRED, "application/octet-stream");
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void run(Parameters parameters, JobContext context) throws Exception {
    MessageDigest digest = MessageDigest.getInstance(parameters.algorithm());
    InputFile file = context.file().orElseThrow();
    try (InputStream in = file.open()) {
      byte[] part = new byte[1 << 16];
      long done = 0;
      for (int count = in.read(part); count > 0; count = in.read(part)) {
        digest.update(part, 0, count);
        done += count;
        context.progress(done, file.info().length(), "bytes", null);
      }
    }
    try (OutputStream out = context.result("text/plain", "checksum.txt")) {
      out.write(HexFormat.of().formatHex(digest.digest()).getBytes(US_ASCII));
    }
  }
}
