package dev.accepted.types.inspections;

import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobType;
import dev.accepted.job.RetryPolicy;
import dev.accepted.job.TextResource;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.types.inspections.course.Course;
import dev.accepted.types.inspections.course.Order;
import dev.accepted.types.inspections.dialogue.Redaction;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.report.HtmlReport;
import dev.accepted.types.inspections.report.Inspected;
import dev.accepted.types.inspections.report.JsonReport;
import dev.accepted.types.inspections.report.JunitReport;
import dev.accepted.types.inspections.wire.Caller;
import dev.accepted.types.inspections.wire.Limits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Inspects another asynchronous API. An attempt that was cut off begins anew: it submits again,
 * with the same Idempotency-Key.
 */
@Dependent
public class InspectionType implements JobType<InspectionParameters> {

  private static final String PAGE = "inspection.html";
  private static final String JUNIT = "inspection.xml";
  private static final int SLOTS = 4;

  private static final String EXAMPLE =
      """
      {"url": "https://api.example.com/jobs", "headers": {"Authorization": "Bearer ..."}, "body": {"seconds": 10}}\
      """;

  private static final JobDefinition DEFINITION =
      JobDefinition.named(
              "inspection",
              "inspections",
              TextResource.read(InspectionType.class, "inspection.schema.json"))
          .described(
              "Inspection",
              "Submits to another asynchronous API, follows its monitor, reads the result, and tells what is wrong.")
          .withExample(EXAMPLE)
          .withAlternatives(PAGE, JUNIT)
          .limited(
              SLOTS,
              Duration.ofMinutes(20),
              new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofMinutes(1)));

  private final CheckedNames names;

  /**
   * Inspects by those rules.
   *
   * @param names hands out the addresses that may be called
   */
  @Inject
  public InspectionType(CheckedNames names) {
    this.names = names;
  }

  @Override
  public JobDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Class<InspectionParameters> parameters() {
    return InspectionParameters.class;
  }

  @Override
  public void validate(InspectionParameters parameters, @Nullable InputFile file)
      throws InvalidInput {
    InspectionOrder.of(parameters, names.rules());
  }

  @Override
  public void run(InspectionParameters parameters, JobContext context)
      throws InvalidInput, IOException, InterruptedException {
    Order order = InspectionOrder.of(parameters, names.rules());
    Redaction redaction = new Redaction(order.headers());
    Transcript transcript;
    try (Caller caller = new Caller(names, context.clock(), Limits.USUAL)) {
      context.onStop(caller::close);
      transcript = new Course(order, new JobRun(context, redaction), caller).run();
    }
    Inspected inspected = Inspected.of(transcript, redaction);
    new JsonReport(inspected).write(context.result(JsonReport.MEDIA_TYPE, "inspection.json"));
    write(new HtmlReport(inspected).text(), context.file(PAGE, HtmlReport.MEDIA_TYPE));
    write(new JunitReport(inspected).text(), context.file(JUNIT, JunitReport.MEDIA_TYPE));
    context.log(
        "Grade %s, with %d findings".formatted(inspected.grade(), inspected.findings().size()));
  }

  private static void write(String text, OutputStream to) throws IOException {
    try (OutputStream out = to) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
