package dev.accepted.http.faulty;

import dev.accepted.faulty.Faults;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What may be wrong on purpose. */
@ApplicationScoped
@Path("faulty")
public class FaultyResource {

  @Inject PublicUrls publicUrls;

  /** All faults, by name. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    return Answers.page(
        exchange,
        new FaultsView(Faults.all().stream().map(fault -> FaultsView.of(fault, urls)).toList()),
        Optional.empty());
  }
}
