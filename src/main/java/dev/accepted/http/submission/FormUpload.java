package dev.accepted.http.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;

/** Commons FileUpload without a servlet: it is given the body's type and stream. */
final class FormUpload
    extends AbstractFileUpload<FormUpload.Form, DiskFileItem, DiskFileItemFactory> {

  /** A form that is coming in. Its length is left open: limits are kept part by part. */
  record Form(String contentType, InputStream body) implements RequestContext {

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public String getContentType() {
      return contentType;
    }

    @Override
    public InputStream getInputStream() {
      return body;
    }

    @Override
    public boolean isMultipartRelated() {
      return false;
    }
  }

  @Override
  public FileItemInputIterator getItemIterator(Form form) throws FileUploadException, IOException {
    return super.getItemIterator((RequestContext) form);
  }

  @Override
  public Map<String, List<DiskFileItem>> parseParameterMap(Form form) throws FileUploadException {
    return super.parseParameterMap((RequestContext) form);
  }

  @Override
  public List<DiskFileItem> parseRequest(Form form) throws FileUploadException {
    return super.parseRequest((RequestContext) form);
  }
}
