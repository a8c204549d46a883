package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form of a job with a long file, on a connection that gets lost. */
class ResumedUploadPageIT extends DeployedPages {

  private static final Pattern RESULTS_PAGE = Pattern.compile("/results/[0-9a-f-]{36}$");
  private static final Pattern UPLOAD = Pattern.compile("/api/uploads/[0-9a-f-]{36}$");
  private static final int ROWS = 300_000;

  @TempDir Path folder;
  private final List<String> offsets = new ArrayList<>();
  private Path file;
  private String whole;

  @BeforeEach
  void makeFile() throws Exception {
    whole = "n,text\n" + "1,twenty letters or so\n".repeat(ROWS);
    file = Files.writeString(folder.resolve("long.csv"), whole);
  }

  private void open() {
    page.navigate("/submit/imports");
    page.getByLabel("Dataset")
        .first()
        .fill("page_" + UUID.randomUUID().toString().replace('-', '_'));
  }

  private void choose() {
    page.locator("input[type=file]").setInputFiles(file);
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
  }

  /**
   * What a part of which a third arrives before the connection is lost looks like from both ends.
   */
  private void loseAfterAThird(Route route) {
    String offset = route.request().headerValue("upload-offset");
    if (!route.request().method().equals("PATCH")) {
      route.resume();
      return;
    }
    offsets.add(offset);
    if (offset.equals("0")) {
      Answer third =
          new Api(server())
              .send(
                  "PATCH",
                  URI.create(route.request().url()).getPath(),
                  BodyPublishers.ofString(whole.substring(0, whole.length() / 3)),
                  "Content-Type",
                  "application/partial-upload",
                  "Upload-Offset",
                  "0",
                  "Upload-Complete",
                  "?0");
      assertThat(third.status()).isEqualTo(204);
    }
    route.abort("connectionreset");
  }

  @Test
  void goesOnByItselfWhenTheConnectionIsBack() {
    page.route(UPLOAD, this::loseAfterAThird);
    open();
    choose();
    button("Start the job").click();

    Locator lost = page.locator(".upload-lost");
    // Later, it doesn't try again of itself between the two lines below.
    assertThat(lost)
        .containsText(Pattern.compile("Connection lost at 33 %; trying again in [5-8] s"));
    assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", "33");
    page.unroute(UPLOAD);
    button("Try now").click();

    page.waitForURL(RESULTS_PAGE);
    assertThat(offsets.get(0)).isEqualTo("0");
    assertThat(offsets.get(1)).isEqualTo(Integer.toString(whole.length() / 3));
    assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
        .hasText("Ready");
    String id = page.url().replaceAll(".*/", "");
    assertThat(new Api(server()).get("/api/jobs/" + id + "/input/file").text()).isEqualTo(whole);
  }

  @Test
  void isGoneOnWithAfterAReload() {
    page.route(UPLOAD, this::loseAfterAThird);
    open();
    choose();
    button("Start the job").click();
    assertThat(page.locator(".upload-lost")).containsText("Connection lost at 33 %");
    open();
    page.unroute(UPLOAD);

    Locator offer = page.locator(".resumable");
    assertThat(offer)
        .containsText("was cut off at 33 %. Choose the same file to go on from there.");
    choose();
    assertThat(offer).containsText("33 % of this file was sent before.");
    List<String> sent = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.method().equals("PATCH")) {
            sent.add(request.headerValue("upload-offset"));
          }
        });
    button("Start the job").click();

    page.waitForURL(RESULTS_PAGE);
    assertThat(sent).containsExactly(Integer.toString(whole.length() / 3));
    page.navigate("/submit/imports");
    assertThat(page.getByLabel("Dataset").first()).isVisible();
    assertThat(offer).isHidden();
  }

  @Test
  void canBeStoppedAndForgotten() {
    page.route(UPLOAD, this::loseAfterAThird);
    open();
    choose();
    button("Start the job").click();
    assertThat(page.locator(".upload-lost")).containsText("Connection lost at 33 %");

    button("Stop the upload").click();
    assertThat(page.locator(".upload-lost")).isHidden();
    assertThat(button("Start the job")).isFocused();
    Locator offer = page.locator(".resumable");
    assertThat(offer).containsText("33 % of this file was sent before.");
    page.unroute(UPLOAD);
    button("Forget what was sent of long.csv").click();
    assertThat(offer).isHidden();

    button("Start the job").click();
    page.waitForURL(RESULTS_PAGE);
  }
}
