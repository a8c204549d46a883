package dev.accepted.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.accepted.webhooks.Receiver.status;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.accepted.http.ReceivingServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a job's page tells of the webhooks that were sent for it. */
@Timeout(120)
class DeliveriesPageIT extends Browsing {

  @RegisterExtension
  static final ReceivingServer SERVER =
      new ReceivingServer(Map.of("accepted.webhooks.retries", "PT1S"));

  @Override
  protected String server() {
    return SERVER.setup().url();
  }

  @Test
  void whatWasGivenUpIsSentAgain() throws Exception {
    SERVER.receiver().answers(status(500), status(503));
    String job =
        "{\"type\":\"simulation\",\"input\":{\"duration\":\"PT3S\"},\"callback\":{\"url\":\"http://localhost:%d/hook\",\"events\":[\"succeeded\"]}}"
            .formatted(SERVER.receiver().port());
    page.navigate("/jobs/" + SERVER.api().postJson("/api/jobs", job).text("id"));

    Locator delivery = page.locator(".deliveries > li");
    assertThat(delivery).containsText("succeeded");
    assertThat(delivery.locator(".status")).hasText("Given up");
    assertThat(delivery.locator(".tries > li")).hasCount(2);
    assertThat(delivery.locator(".tries > li").first()).containsText("500");
    assertThat(delivery.locator(".tries > li").last()).containsText("503");

    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send again")).click();
    assertThat(delivery.locator(".status")).hasText("Delivered");
    assertThat(delivery.locator(".tries > li")).hasCount(3);
    assertThat(delivery.locator(".tries > li").last()).containsText("204");
  }
}
