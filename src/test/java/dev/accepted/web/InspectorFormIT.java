package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.rules.Finding;
import dev.accepted.types.inspections.rules.Grade;
import dev.accepted.types.inspections.rules.Rules;
import dev.accepted.types.inspections.rules.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is to be inspected, on a server that calls public addresses only. */
class InspectorFormIT extends DeployedPages {

  private static final Pattern FORM = Pattern.compile("/inspector$");

  private static final Pattern BETTER =
      Pattern.compile(
          "With (?:(\\d+) errors?)?(?: and )?(?:(\\d+) warnings?)? fewer it would be an? ([A-F])\\.");

  private final List<String> submitted = new ArrayList<>();

  private void open() {
    page.onRequest(
        request -> {
          if (request.url().endsWith("/api/inspections")) {
            submitted.add(String.valueOf(request.postData()));
          }
        });
    page.navigate("/inspector");
    assertThat(url()).isVisible();
  }

  private Locator url() {
    return page.getByLabel("URL");
  }

  private Locator body() {
    return page.getByLabel("Body", new GetByLabelOptions().setExact(true));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }

  private Locator error(Locator field) {
    return page.locator("[id='" + field.getAttribute("id") + "-error']");
  }

  @Test
  void aPrivateAddressIsRefusedAtItsField() {
    open();
    button("Try it on this server").click();

    assertThat(error(url())).containsText("This server calls public addresses only");
    assertThat(error(url())).containsText("accepted.inspections.allow=127.0.0.1");
    assertThat(url()).hasAttribute("aria-invalid", "true");
    assertThat(page).hasURL(FORM);
    assertThat(submitted).hasSize(1);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  /** Of a name, the address is known when it is called. */
  @Test
  void aNameOfAPrivateAddressIsRefusedInTheReport() {
    open();
    url().fill("http://localhost:1/jobs");
    button("Inspect it").click();
    assertThat(page.locator(".verdict .grade")).hasText("Grade F");
    assertThat(page.locator(".obstacle")).containsText("localhost has no public address");
    assertThat(page.locator(".obstacle")).containsText("accepted.inspections.allow=localhost");
  }

  @Test
  void whatIsNotJsonIsNotSent() {
    open();
    url().fill("http://10.0.0.1/jobs");
    body().fill("{\"seconds\": 10,\n oops}");
    button("Inspect it").click();
    assertThat(error(body())).containsText("This is not valid JSON, from line 2, character 2 on.");
    assertThat(body()).hasAttribute("aria-invalid", "true");
    assertThat(submitted).isEmpty();

    page.getByLabel("Not JSON: send it as it is").check();
    assertThat(error(body())).isHidden();
    button("Inspect it").click();
    assertThat(error(url())).containsText("10.0.0.1 isn’t one");
    assertThat(submitted).hasSize(1);
    assertThat(submitted.get(0)).contains("\"body\":\"{\\\"seconds\\\": 10,\\n oops}\"");
  }

  @Test
  void aBodyIsSentAsItWasMeant() {
    open();
    url().fill("http://10.0.0.1/jobs");
    for (String[] meant :
        new String[][] {
          {"{\"n\": 1}", "\"body\":{\"n\":1}"},
          {"12345678901234567890", "\"body\":\"12345678901234567890\""},
          {"\"text\"", "\"body\":\"\\\"text\\\"\""},
        }) {
      body().fill(meant[0]);
      submitted.clear();
      button("Inspect it").click();
      page.waitForCondition(() -> !submitted.isEmpty());
      assertThat(submitted.get(0)).contains(meant[1]);
      assertThat(error(url())).isVisible();
    }
  }

  @Test
  void faultsAreToldWhereTheyAre() {
    open();
    page.getByLabel("Headers").fill("Authorization\nX-A: 1\nx-a: 2");
    button("Inspect it").click();
    assertThat(error(url())).hasText("Fill this in.");
    assertThat(error(page.getByLabel("Headers")))
        .hasText("Line 1: write it as Name: value. Line 3: x-a is there already.");
    url().fill("https://me:secret@api.example.com/jobs");
    page.getByLabel("Headers").fill("Host: other.example");
    button("Inspect it").click();
    assertThat(error(url())).containsText("Leave user and password out");
    assertThat(submitted).isEmpty();

    url().fill("https://api.example.com/jobs");
    button("Inspect it").click();
    assertThat(error(page.getByLabel("Headers"))).hasText("Host is the inspector's own to send.");
  }

  @Test
  void theKeyboardLeadsThroughIt() {
    open();
    url().focus();
    page.keyboard().type("http://10.0.0.1/jobs");
    page.keyboard().press("Tab");
    page.keyboard().type("X-A: 1");
    page.keyboard().press("Tab");
    page.keyboard().type("[]");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(button("Inspect it")).isFocused();
    page.keyboard().press("Enter");
    assertThat(error(url())).isVisible();
    assertThat(submitted)
        .containsExactly(
            "{\"url\":\"http://10.0.0.1/jobs\",\"headers\":{\"X-A\":\"1\"},\"body\":[],\"allowCancel\":true}");
  }

  @Test
  void itsAddressFillsItIn() {
    page.navigate("/inspector?url=https%3A%2F%2Fapi.example.com%2Fjobs&method=PUT");
    assertThat(url()).hasValue("https://api.example.com/jobs");
    assertThat(page.getByLabel("Method")).hasValue("PUT");
    page.navigate("/");
    page.locator(".type a[href='/inspector']").click();
    assertThat(url()).hasValue("");
  }

  @Test
  void eachPurposeHasItsWords() {
    page.navigate("/inspector");
    String told =
        (String)
            page.evaluate(
                "async names => { const { purposeWords, stageOf } = await import('/js/inspector/purposes.js');"
                    + " return names.map(name => `${purposeWords(name)} ${stageOf(purposeWords(name)) >= 0}`).join('\\n'); }",
                Arrays.stream(Purpose.values()).map(Purpose::wireName).toList());
    assertThat(told)
        .isEqualTo(
            Arrays.stream(Purpose.values())
                .map(purpose -> purpose.words() + " true")
                .collect(Collectors.joining("\n")));
  }

  /** What the page says would make it better does so, by the server's own measure. */
  @Test
  void whatWouldMakeItBetterDoesSo() {
    page.navigate("/inspector");
    int told = 0;
    for (int errors = 0; errors <= 8; errors++) {
      for (int warnings = 0; warnings <= 12; warnings++) {
        Grade grade = Grade.of(findings(errors, warnings));
        Matcher better = BETTER.matcher(better(grade, errors, warnings));
        if (better.matches()) {
          told++;
          Grade then =
              Grade.of(
                  findings(errors - number(better.group(1)), warnings - number(better.group(2))));
          assertThat(then.name()).isEqualTo(better.group(3));
          assertThat(then).isLessThan(grade);
        } else {
          assertThat(grade).isEqualTo(Grade.A);
        }
      }
    }
    assertThat(told).isPositive();
  }

  private String better(Grade grade, int errors, int warnings) {
    return (String)
        page.evaluate(
            "async ([grade, errors, warnings]) => {"
                + " const { judgement } = await import('/js/inspector/grade.js');"
                + " const some = (number, severity) => Array.from({ length: number }, () => ({ id: 'a', severity }));"
                + " return judgement({ grade, findings: [...some(errors, 'error'), ...some(warnings, 'warning')] }).next; }",
            List.of(grade.name(), errors, warnings));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static List<Finding> findings(int errors, int warnings) {
    return Stream.concat(
            Collections.nCopies(errors, found(Severity.ERROR)).stream(),
            Collections.nCopies(warnings, found(Severity.WARNING)).stream())
        .toList();
  }

  private static Finding found(Severity severity) {
    return Rules.all().stream()
        .filter(rule -> rule.severity() == severity && !rule.isFatal())
        .findFirst()
        .map(rule -> new Finding(rule, List.of()))
        .orElseThrow();
  }
}
