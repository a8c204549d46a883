package dev.accepted.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accepted.job.*;
import jakarta.enterprise.context.Dependent;
import java.io.*;
import java.security.MessageDigest;
import java.util.HexFormat;

@Dependent
public class Checksum implements JobType<Checksum.Parameters> {
  public record Parameters(String algorithm) {}

  @Override
  public JobDefinition definition() {
    String schema =
        """
        {"properties": {"algorithm": {"enum": ["MD5", "SHA-256"]}}, "required": ["algorithm"]}""";
    return JobDefinition.named("checksum", "checksums", schema)
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
        context.progress(done += count, file.info().length(), "bytes", null);
      }
    }
    try (OutputStream out = context.result("text/plain", "checksum.txt")) {
      out.write(HexFormat.of().formatHex(digest.digest()).getBytes(UTF_8));
    }
  }
}
