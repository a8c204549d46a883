package dev.accepted.http.wire;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Writes documents from the thread that answers, in one piece. RESTEasy would have byte arrays of
 * asynchronous answers written by an output of its own, on the server's I/O threads, while another
 * thread completes the request. Here the answer is kept back for {@code http.handover}.
 */
@Provider
public class DocumentWriter implements MessageBodyWriter<Document> {

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Document.class;
  }

  @Override
  public long getSize(
      Document document,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType) {
    return document.length();
  }

  @Override
  public void writeTo(
      Document document,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(document.bytes());
  }
}
