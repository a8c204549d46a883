/** For JAX-RS and Spring. Texts are quoted as JSON has them, which Java reads alike: all are ASCII. */

/** @param {import('./snippets.js').Wanted} wanted @returns {string} a class */
export function jaxRs({ code, method, headers, body }) {
  const lines = headers.map(([name, value]) => `        .header(${JSON.stringify(name)}, ${JSON.stringify(value)})\n`).join('');
  const entity = body ? `        .type(${JSON.stringify(body.type)})\n        .entity(${JSON.stringify(body.text)})\n` : '';
  return `\
import jakarta.ws.rs.${method};
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path("answers/${code}")
public class Answer${code} {

  @${method}
  public Response answer() {
    return Response.status(${code})
${lines}${entity}        .build();
  }
}
`;
}

/** @param {import('./snippets.js').Wanted} wanted @returns {string} a class */
export function spring({ code, method, headers, body }) {
  const mapping = method === 'POST' ? 'PostMapping' : 'GetMapping';
  const lines = headers.map(([name, value]) => `        .header(${JSON.stringify(name)}, ${JSON.stringify(value)})\n`).join('');
  const entity = body
    ? `        .contentType(MediaType.parseMediaType(${JSON.stringify(body.type)}))\n        .body(${JSON.stringify(body.text)});`
    : '        .build();';
  return `\
${body ? 'import org.springframework.http.MediaType;\n' : ''}import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.${mapping};
import org.springframework.web.bind.annotation.RestController;

@RestController
class Answer${code} {

  @${mapping}("/answers/${code}")
  ResponseEntity<${body ? 'String' : 'Void'}> answer() {
    return ResponseEntity.status(${code})
${lines}${entity}
  }
}
`;
}
