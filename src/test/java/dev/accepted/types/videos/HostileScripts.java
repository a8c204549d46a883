package dev.accepted.types.videos;

import java.util.List;

/**
 * Texts that lead FFmpeg to other files or to the network, if it takes them for what they are. FILE
 * stands for a file with a secret, PORT for a port that listens.
 */
final class HostileScripts {

  private HostileScripts() {}

  /** All of them. */
  static List<String> all() {
    return List.of(
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://FILE\n#EXT-X-ENDLIST\n",
        """
        #EXTM3U
        #EXT-X-TARGETDURATION:9
        #EXTINF:9,
        http://127.0.0.1:PORT/a.ts
        #EXT-X-ENDLIST
        """,
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nconcat:http://127.0.0.1:PORT/a|file://FILE\n",
        """
        #EXTM3U
        #EXT-X-TARGETDURATION:9
        #EXT-X-KEY:METHOD=AES-128,URI="http://127.0.0.1:PORT/k"
        #EXTINF:9,
        file://FILE
        #EXT-X-ENDLIST
        """,
        """
        #EXTM3U
        #EXT-X-TARGETDURATION:9
        #EXT-X-MAP:URI="subfile,,start,0,end,9,,:http://127.0.0.1:PORT/m"
        #EXTINF:9,
        data:video/mp2t;base64,R0AAEAAAsA0AAcEAAAAB8AAqsQSy
        #EXTINF:9,
        subfile,,start,0,end,26,,:file://FILE
        #EXT-X-ENDLIST
        """,
        "ffconcat version 1.0\nfile 'FILE'\n",
        "ffconcat version 1.0\nfile 'http://127.0.0.1:PORT/a.mp4'\n",
        """
        ffconcat version 1.0
        file 'concat:FILE|http://127.0.0.1:PORT/a'
        option protocol_whitelist file,http,tcp,concat,subfile
        option safe 0
        file 'subfile,,start,0,end,26,,:FILE'
        """,
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file://FILE\">]><MPD><BaseURL>"
            + "http://127.0.0.1:PORT/</BaseURL><x>&e;</x></MPD>",
        manifest("http://127.0.0.1:PORT/"),
        manifest("file://FILE"),
        "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=video PORT RTP/AVP 96\n",
        "[playlist]\nFile1=http://127.0.0.1:PORT/a.mp4\nNumberOfEntries=1\n",
        "1\n00:00:00,000 --> 00:00:09,000\n<img src=\"http://127.0.0.1:PORT/a\">\n",
        "[Script Info]\n[Fonts]\nfontname: ../../canary.txt\n",
        "%04d.png\n",
        "/etc/*\n",
        "-f image2 -pattern_type glob -i FILE*\n",
        "movie=FILE,split[out0][out1];amovie=http\\\\://127.0.0.1\\\\:PORT/a[out2]\n",
        "[f=segment:segment_list=FILE.csv]out%03d.ts|[f=mpegts]tcp://127.0.0.1:PORT\n",
        "concat:FILE|http://127.0.0.1:PORT/a\n",
        "subfile,,start,0,end,26,,:FILE\n",
        "data:video/mp4;base64,AAAAFGZ0eXBpc29tAAACAGlzb20=\n",
        ";FFMETADATA1\ntitle=FILE\n");
  }

  /** One of DASH that is complete, so that a reader would fetch what it names. */
  private static String manifest(String base) {
    return """
    <?xml version="1.0"?>
    <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S">
    <Period><AdaptationSet mimeType="video/mp4"><Representation id="a" bandwidth="1">
    <BaseURL>BASE</BaseURL>
    <SegmentList duration="9"><Initialization sourceURL="i.mp4"/><SegmentURL media="s.m4s"/>
    </SegmentList></Representation></AdaptationSet></Period></MPD>
    """
        .replace("BASE", base);
  }
}
