package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** What is not taken of uploads that go on, and what clients of the draft are told. */
class ResumableUploadRefusalsIT extends ResumableUploadFixture {

  @Test
  void aPartThatBelongsElsewhereIsToldWhereItIs() {
    append(0, csv.substring(0, 10), "?0");
    Answer wrong = append(5, csv.substring(5), "?1");

    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.text("type"))
        .isEqualTo("https://iana.org/assignments/http-problem-types#mismatching-upload-offset");
    assertThat(wrong.json().getInt("expected-offset")).isEqualTo(10);
    assertThat(wrong.json().getInt("provided-offset")).isEqualTo(5);
    assertThat(wrong.header("Upload-Offset")).isEqualTo("10");
    assertThat(offset()).isEqualTo(10);
  }

  @Test
  void whatIsCompleteCantBeCompletedAgain() throws Exception {
    assertWhole(append(0, csv, "?1"));
    Answer again = append(csv.length(), "", "?1");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.text("type")).endsWith("#completed-upload");
    assertThat(again.header("Upload-Complete")).isEqualTo("?1");
    Answer more = append(csv.length(), "x", "?0");
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.text("type")).endsWith("#inconsistent-upload-length");
  }

  @Test
  void lengthsThatDontFitAreRefused() {
    assertThat(append(0, "n\n1\n", "?1").text("type")).endsWith("#inconsistent-upload-length");
    assertThat(append(0, "n\n", "?0", "Upload-Length", "3").text("type"))
        .endsWith("#inconsistent-upload-length");
    assertThat(offset()).isZero();
    Answer tooLong = begin("?0", "Upload-Length", "999999999999999");
    assertThat(tooLong.status()).isEqualTo(413);
    assertThat(tooLong.header("Upload-Limit"))
        .startsWith("max-size=" + tooLong.json().get("limit"));
  }

  @Test
  void whatCantBeReadIsToldSo() {
    assertThat(api.post("/api/uploads", "Content-Type", "text/csv").text("header"))
        .isEqualTo("Upload-Complete");
    assertThat(begin("yes").text("header")).isEqualTo("Upload-Complete");
    assertThat(append(0, "x", "?2").text("header")).isEqualTo("Upload-Complete");
    Answer nowhere =
        api.send(
            "PATCH",
            upload,
            BodyPublishers.ofString("x"),
            "Content-Type",
            PART,
            "Upload-Complete",
            "?0");
    assertThat(nowhere.text("header")).isEqualTo("Upload-Offset");
    Answer otherType = api.send("PATCH", upload, BodyPublishers.ofString("x"));
    assertThat(otherType.status()).isEqualTo(415);
    assertThat(otherType.header("Accept-Patch")).isEqualTo(PART);
    Answer odd = api.post("/api/uploads", "Content-Type", "model/odd", "Upload-Complete", "?0");
    assertThat(odd.status()).isEqualTo(415);
    assertThat(odd.json().getJsonArray("accepted").toString()).contains("text/csv");
    Answer charset =
        api.post(
            "/api/uploads",
            "Content-Type",
            "text/csv; charset=windows-1252",
            "Upload-Complete",
            "?0");
    assertThat(charset.text("header")).isEqualTo("Content-Type");
    assertThat(offset()).isZero();
  }

  @Test
  void aPartIsNotTakenForAFile() {
    Answer refused =
        api.send(
            "POST",
            "/api/imports?dataset=" + dataset,
            BodyPublishers.ofString("n\n1\n"),
            "Content-Type",
            "text/csv",
            "Upload-Complete",
            "?0");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("header")).isEqualTo("Upload-Complete");
    assertThat(api.post("/api/imports?dataset=a&upload=x").text("parameter")).isEqualTo("upload");
  }
}
