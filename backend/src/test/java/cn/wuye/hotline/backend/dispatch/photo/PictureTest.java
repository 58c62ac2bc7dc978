package cn.wuye.hotline.backend.dispatch.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final String PLACE = "GPS 31.2304N 121.4737E";

  @Test
  void thePlaceStaysBehindAndThePictureStandsUpright() throws IOException {
    byte[] sent = turned(jpeg(80, 40));

    Picture picture = Picture.of(sent);

    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(PLACE);
    assertThat(new String(picture.jpeg(), StandardCharsets.ISO_8859_1))
        .doesNotContain(PLACE)
        .doesNotContain("Exif");
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(80);
  }

  @Test
  void aLargeOneIsMadeSmaller() throws IOException {
    assertThat(Picture.of(jpeg(4000, 3000)).width()).isEqualTo(2000);
  }

  @Test
  void aLargeOneIsNeverWholeInMemory() throws IOException {
    BufferedImage inMemory = Picture.decoded(jpeg(9000, 4500));

    assertThat(inMemory.getWidth()).isBetween(2000, 3999);
    assertThat(Picture.of(jpeg(9000, 4500)).width()).isEqualTo(2000);
  }

  @Test
  void soManyAtOnceAndTheNextOneIsToldToComeLater() throws IOException {
    byte[] sent = jpeg(80, 40);
    Drawing one = new Drawing(1, Duration.ZERO);

    assertThat(new Drawing(0, Duration.ZERO).of(sent)).isEmpty();
    assertThatThrownBy(() -> one.of(new byte[20])).isInstanceOf(BadPhoto.class);
    assertThat(one.of(sent)).isPresent();
    assertThat(one.of(sent)).isPresent();
  }

  @Test
  void whatIsNoPictureIsRefusedAndWhatOnlyBeginsLikeOne() throws IOException {
    byte[] whole = jpeg(80, 40);
    byte[] half = java.util.Arrays.copyOf(whole, 40);

    assertThatThrownBy(() -> Picture.of("<script>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            BadPhoto.class, bad -> assertThat(bad.code()).isEqualTo("no-picture"));
    assertThatThrownBy(() -> Picture.of(half))
        .isInstanceOfSatisfying(BadPhoto.class, bad -> assertThat(bad.code()).isEqualTo("broken"));
    assertThatThrownBy(
            () -> Picture.of("GIF89a<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadPhoto.class);
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    return out.toByteArray();
  }

  /** With EXIF data as a phone writes it: held upright, and where. */
  private static byte[] turned(byte[] jpeg) {
    byte[] place = PLACE.getBytes(StandardCharsets.ISO_8859_1);
    byte[] tiff =
        HexFormat.of()
            .parseHex(
                "4d4d002a00000008"
                    + "0001"
                    + "0112"
                    + "0003"
                    + "00000001"
                    + "00060000"
                    + "00000000");
    int length = 2 + 6 + tiff.length + place.length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(tiff);
    out.writeBytes(place);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }
}
