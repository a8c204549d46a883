package dev.accepted.http.pages;

import dev.accepted.http.wire.Html;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that a job left and that can be downloaded.
 *
 * @param name what it is called
 * @param length in bytes
 * @param path where it is on this server
 */
record Offer(String name, long length, String path) {

  /** The part of a page with all that a job has left. */
  static String html(List<Offer> offers) {
    String list =
        offers.stream()
            .map(Offer::html)
            .collect(Collectors.joining("", "<ul class=\"downloads\">\n", "</ul>"));
    return """
        <section class="result"><h2>Result</h2>
        %s
        </section>
        """
        .formatted(
            offers.isEmpty()
                ? "<p class=\"soft\">This job leaves nothing behind: that it is done is the"
                    + " result.</p>"
                : list);
  }

  private String html() {
    return """
        <li><span class="download-name">%s</span> <span class="small soft">%s</span>
        <a class="button small primary" href="%s"
        download>Download<span class="unseen"> %s</span></a></li>
        """
        .formatted(Html.escaped(name), Words.size(length), Html.escaped(path), Html.escaped(name));
  }
}
