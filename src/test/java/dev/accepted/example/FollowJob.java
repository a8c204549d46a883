package dev.accepted.example;

import dev.accepted.client.*;
import java.net.URI;
import java.nio.file.Path;

public class FollowJob {
  public static void main(String[] args) {
    try (JobClient client = JobClient.of(URI.create(args[0]))) {
      Submitted job = client.submit("simulations", "{\"duration\":\"PT5S\"}").join();
      Outcome outcome = client.follow(job.monitor(), FollowJob::tell).join();
      if (outcome instanceof Outcome.Succeeded succeeded) {
        System.out.println(client.result(succeeded.result(), Path.of(args[1])).join());
      } else {
        System.out.println(outcome);
      }
    }
  }

  private static void tell(Report report) {
    System.out.println(report.status().orElse("") + " " + report.percentComplete());
  }
}
