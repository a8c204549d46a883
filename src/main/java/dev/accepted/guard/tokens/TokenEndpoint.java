package dev.accepted.guard.tokens;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import dev.accepted.config.ClientSettings;
import java.io.IOException;
import java.net.URI;

/** Where an issuer exchanges codes for tokens (RFC 6749, section 4.1.3). */
final class TokenEndpoint {

  private static final int SERVER_ERROR = 500;

  private final ClientSettings client;
  private final IssuerExchange exchange;

  TokenEndpoint(ClientSettings client, IssuerExchange exchange) {
    this.client = client;
    this.exchange = exchange;
  }

  /**
   * The ID token, unchecked.
   *
   * @throws SignInRefused if it gives none
   * @throws IOException if it can't be asked, or fails
   */
  String idToken(URI endpoint, AuthorizationCodeGrant grant) throws SignInRefused, IOException {
    HTTPRequest request = request(endpoint, grant).toHTTPRequest();
    try {
      TokenResponse answer = OIDCTokenResponseParser.parse(exchange.answer(request));
      if (!answer.indicatesSuccess()) {
        if (answer.toErrorResponse().toHTTPResponse().getStatusCode() >= SERVER_ERROR) {
          throw new IOException("the issuer's token endpoint fails");
        }
        throw new SignInRefused(
            "The issuer gives no token: " + answer.toErrorResponse().getErrorObject().getCode());
      }
      return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens().getIDTokenString();
    } catch (ParseException unreadable) {
      throw new SignInRefused(
          "The answer of the issuer's token endpoint can't be read", unreadable);
    }
  }

  private TokenRequest request(URI endpoint, AuthorizationCodeGrant grant) {
    ClientID id = new ClientID(client.id());
    return client
        .secret()
        .map(
            secret ->
                new TokenRequest.Builder(
                        endpoint, new ClientSecretBasic(id, new Secret(secret)), grant)
                    .build())
        .orElseGet(() -> new TokenRequest.Builder(endpoint, id, grant).build());
  }
}
