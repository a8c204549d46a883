package dev.accepted.http.uploads;

import java.util.List;

/** A caller's uploads on the wire. */
public record UploadsView(List<UploadView> uploads) {}
