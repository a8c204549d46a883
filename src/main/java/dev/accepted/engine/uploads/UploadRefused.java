package dev.accepted.engine.uploads;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks for can't be done with the upload; nothing was changed, unless it says so.
 */
public abstract sealed class UploadRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable UploadReport upload;

  private UploadRefused(String message, @Nullable UploadReport upload) {
    super(message, null, false, false);
    this.upload = upload;
  }

  /** How it stands; null if that is not to be told. */
  public @Nullable UploadReport upload() {
    return upload;
  }

  /** The sentence for people. */
  public String explanation() {
    return String.valueOf(getMessage());
  }

  /** There is none, or it is somebody else's, or its time is over. */
  public static final class Unknown extends UploadRefused {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super("There is no upload with this id.", null);
    }
  }

  /** This server keeps what is complete where others see it, but not what is on its way. */
  public static final class Unavailable extends UploadRefused {
    private static final long serialVersionUID = 1L;

    Unavailable() {
      super(
          "Several servers share a bucket here, and a part of an upload would be seen by one of"
              + " them only. Send the file with its submission.",
          null);
    }
  }

  /** The owner has as many as may be. */
  public static final class TooMany extends UploadRefused {
    private static final long serialVersionUID = 1L;
    private final int most;

    TooMany(int most) {
      super(
          "There may be no more than %d uploads that no job has taken yet.".formatted(most), null);
      this.most = most;
    }

    /** How many may be. */
    public int most() {
      return most;
    }
  }

  /** The request goes on from another place than the upload has come to. */
  public static final class Mismatch extends UploadRefused {
    private static final long serialVersionUID = 1L;
    private final long provided;

    Mismatch(UploadReport upload, long provided) {
      super(
          "The upload has come to byte %d; the request goes on from %d."
              .formatted(upload.offset(), provided),
          upload);
      this.provided = provided;
    }

    /** The place that the request names, in bytes. */
    public long provided() {
      return provided;
    }
  }

  /** Nothing more is to come, and nothing did. */
  public static final class Completed extends UploadRefused {
    private static final long serialVersionUID = 1L;

    Completed(UploadReport upload) {
      super("The upload was completed before.", upload);
    }
  }

  /** What is known of its length does not fit together. */
  public static final class InconsistentLength extends UploadRefused {
    private static final long serialVersionUID = 1L;

    InconsistentLength(String detail, @Nullable UploadReport upload) {
      super(detail, upload);
    }
  }

  /** It is longer than may be. */
  public static final class TooLong extends UploadRefused {
    private static final long serialVersionUID = 1L;
    private final long most;

    TooLong(long most, @Nullable UploadReport upload) {
      super("No more than %d bytes are taken here.".formatted(most), upload);
      this.most = most;
    }

    /** In bytes. */
    public long most() {
      return most;
    }
  }

  /** Another request went on with it, or removed it, while this one was sending. */
  public static final class Superseded extends UploadRefused {
    private static final long serialVersionUID = 1L;

    Superseded() {
      super("Another request went on with this upload while this one was under way.", null);
    }
  }
}
