package dev.accepted.http;

import java.net.http.HttpRequest.BodyPublishers;

/** Forms written by hand, with the boundary {@code x}. */
final class FormText {

  /** What a boundary follows. */
  static final String TYPE = "multipart/form-data; boundary=";

  private FormText() {}

  static String part(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  static String file(String name, String csv) {
    return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            .formatted(name)
        + "Content-Type: text/csv\r\n\r\n"
        + csv
        + "\r\n";
  }

  /** Sends a whole form. */
  static Answer send(Api api, String path, String... parts) {
    return post(api, path, TYPE + "x", String.join("", parts) + "--x--\r\n");
  }

  /** Sends whatever is said to be one. */
  static Answer post(Api api, String path, String mediaType, String body) {
    return api.send("POST", path, BodyPublishers.ofString(body), "Content-Type", mediaType);
  }
}
