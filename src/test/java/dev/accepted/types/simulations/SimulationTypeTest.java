package dev.accepted.types.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.job.CanceledByJob;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobFailure;
import dev.accepted.job.JobStopped;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.Progress;
import dev.accepted.job.RecordingContext;
import dev.accepted.job.SettableClock;
import dev.accepted.job.TransientFailure;
import dev.harrel.jsonschema.ValidatorFactory;
import jakarta.json.bind.JsonbBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTypeTest {

  private final SimulationType type = new SimulationType();
  private final RecordingContext context;

  SimulationTypeTest(@TempDir Path folder) {
    context = new RecordingContext(folder);
  }

  @Test
  void takesItsTimeInEqualStepsAndSumsUp() throws Exception {
    play("{'duration':'PT10S','steps':4,'message':'slowly'}");

    assertThat(context.clock().instant()).isEqualTo(SettableClock.START.plusSeconds(10));
    assertThat(context.pauses()).hasSize(4).containsOnly(Duration.ofMillis(2500));
    assertThat(context.progress())
        .extracting(Progress::percent)
        .containsExactly(0, 25, 50, 75, 100);
    assertThat(context.progress().get(1)).isEqualTo(new Progress(1, 4, "steps", "slowly"));
    assertThat(context.log()).hasSize(5).contains("Step 3 of 4");
    assertThat(context.result().info().mediaType()).isEqualTo("application/json");
    assertThat(context.result().text())
        .isEqualTo(
            """
            {"duration":"PT10S","steps":4,"outcome":"succeeded","attempt":1,"message":"slowly"}\
            """);
  }

  @Test
  void endsAtOnceWithoutDuration() throws Exception {
    play("{'duration':'PT0S'}");

    assertThat(context.result().text())
        .isEqualTo("{\"duration\":\"PT0S\",\"steps\":10,\"outcome\":\"succeeded\",\"attempt\":1}");
    assertThat(context.progress()).isEmpty();
    assertThat(context.log()).isEmpty();
    assertThat(context.checkpoints()).isEmpty();
    assertThat(context.pauses()).isEmpty();
  }

  @Test
  void failsWhereItIsToldTo() {
    JobFailure failure =
        failure("{'duration':'PT10S','outcome':'failed','failAt':65,'message':'no luck'}");

    assertThat(failure).isInstanceOf(PermanentFailure.class);
    assertThat(failure.code()).isEqualTo("simulated-failure");
    assertThat(failure.explanation()).isEqualTo("no luck");
    assertThat(context.clock().instant()).isEqualTo(SettableClock.START.plusMillis(6500));
    assertThat(last().percent()).isEqualTo(60);
    assertThat(context.hasResult()).isFalse();
  }

  @Test
  void cancelsItself() {
    assertThat(failure("{'duration':'PT1S','outcome':'canceled'}"))
        .isInstanceOf(CanceledByJob.class);
    assertThat(last().percent()).isEqualTo(100);
  }

  @Test
  void failsUntilTheAttemptThatIsToSucceed() throws Exception {
    String script = "{'duration':'PT10S','succeedOnAttempt':2,'failAt':30}";

    assertThat(failure(script)).isInstanceOf(TransientFailure.class);
    assertThat(context.clock().instant()).isEqualTo(SettableClock.START.plusSeconds(3));

    context.attempt(2);
    play(script);
    assertThat(context.clock().instant())
        .as("the second attempt plays it from the start")
        .isEqualTo(SettableClock.START.plusSeconds(13));
    assertThat(context.result().text()).contains("\"attempt\":2");
  }

  @Test
  void goesOnWhereItWasCutOff() throws Exception {
    context.resumingFrom("7");
    play("{'duration':'PT10S'}");

    assertThat(context.clock().instant()).isEqualTo(SettableClock.START.plusSeconds(3));
    assertThat(context.progress().get(0).done()).isEqualTo(7);
  }

  @Test
  void stopsInTheMidstOfAStep() {
    context.stopAt(SettableClock.START.plusMillis(3500));

    assertThatThrownBy(() -> play("{'duration':'PT10S'}")).isInstanceOf(JobStopped.class);
    assertThat(context.checkpoint()).contains("3");
    assertThat(context.hasResult()).isFalse();
  }

  @Test
  void logsWithinReason() throws Exception {
    play("{'duration':'PT10S','steps':10000}");

    assertThat(context.log()).hasSize(101);
    assertThat(last().done()).isEqualTo(10_000);
  }

  @Test
  void refusesMoreThanADay() {
    assertThatThrownBy(() -> type.validate(read("{'duration':'PT24H0.001S'}"), null))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void tellsHowLongItWillTake() {
    assertThat(type.expectedDuration(read("{'duration':'PT1M'}"))).contains(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.5S", "PT10M", "PT24H", "PT1H1M1S"})
  void schemaTakesDurations(String duration) {
    assertThat(fits("{'duration':'%s'}".formatted(duration))).isTrue();
    assertThat(Duration.parse(duration).isNegative()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'duration':'PT'}",
        "{'duration':'P1Y'}",
        "{'duration':'PT-1S'}",
        "{'duration':'10'}",
        "{'duration':'PT1S','steps':0}",
        "{'duration':'PT1S','outcome':'cancelled'}",
        "{'duration':'PT1S','failAt':101}",
        "{'duration':'PT1S','unknown':1}"
      })
  void schemaRefusesWhatItDoesNotKnow(String input) {
    assertThat(fits(input)).isFalse();
  }

  @Test
  void itsExampleFits() throws Exception {
    String example = type.definition().words().example();
    assertThat(fits(example)).isTrue();
    type.validate(read(example), null);
  }

  private Progress last() {
    return context.progress().get(context.progress().size() - 1);
  }

  private JobFailure failure(String script) {
    return catchThrowableOfType(JobFailure.class, () -> play(script));
  }

  private void play(String script) throws Exception {
    type.run(read(script), context);
  }

  @Test
  void takesFaultsThatThereAreAndSaysWhatEachDoes() throws Exception {
    assertThat(fits("{'duration':'PT0S','faults':['redirect-302','404-at-first']}")).isTrue();
    assertThat(fits("{'duration':'PT0S','faults':['redirect-302','redirect-302']}")).isFalse();
    assertThat(fits("{'duration':'PT0S','faults':['none']}")).isFalse();
    assertThat(type.definition().schema()).contains("The end is told by 302 in place of 303.");

    play("{'duration':'PT0S','faults':['redirect-302']}");
    assertThat(context.result().text()).endsWith(",\"faults\":[\"redirect-302\"]}");
  }

  private boolean fits(String json) {
    return new ValidatorFactory()
        .validate(type.definition().schema(), json.replace('\'', '"'))
        .isValid();
  }

  private static SimulationParameters read(String json) {
    return JsonbBuilder.create().fromJson(json.replace('\'', '"'), SimulationParameters.class);
  }
}
