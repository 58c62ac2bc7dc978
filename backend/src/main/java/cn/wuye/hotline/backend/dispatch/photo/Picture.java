package cn.wuye.hotline.backend.dispatch.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture made anew from what was sent: whatever else was in the file, a script or the place
 * where it was taken, is not in this one.
 *
 * @param jpeg its bytes
 */
public record Picture(byte[] jpeg, int width, int height) {
  private static final Set<String> FORMATS = Set.of("jpeg", "png");
  private static final int LONGEST_SIDE = 2000;
  private static final long MOST_PIXELS = 60_000_000;

  /**
   * @throws BadPhoto when it is no JPEG or PNG, cannot be decoded, or is too large to be
   */
  static Picture of(byte[] sent) {
    boolean isJpeg =
        sent.length > 3
            && (sent[0] & 0xff) == 0xff
            && (sent[1] & 0xff) == 0xd8
            && (sent[2] & 0xff) == 0xff;
    boolean isPng =
        sent.length > 8
            && (sent[0] & 0xff) == 0x89
            && sent[1] == 'P'
            && sent[2] == 'N'
            && sent[3] == 'G';
    if (!isJpeg && !isPng) {
      throw new BadPhoto("no-picture");
    }
    try {
      BufferedImage image = decoded(sent);
      return drawn(image, isJpeg ? Orientation.quarterTurns(sent) : 0);
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof BadPhoto known) {
        throw known;
      }
      // ImageIO's readers throw much of what a broken file makes them stumble over.
      throw new BadPhoto("broken");
    }
  }

  /** No larger in memory than is needed: of a large one only every second, third … dot is kept. */
  static BufferedImage decoded(byte[] sent) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
            continue;
          }
          reader.setInput(in, true, true);
          // A small file may claim to be enormous.
          if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
            throw new BadPhoto("too-large-picture");
          }
          int step = Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE;
          ImageReadParam sparse = reader.getDefaultReadParam();
          sparse.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
          return reader.read(0, sparse);
        } finally {
          reader.dispose();
        }
      }
    }
    throw new BadPhoto("broken");
  }

  private static Picture drawn(BufferedImage image, int turns) throws IOException {
    double scale =
        Math.min(1.0, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
    int across = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int down = Math.max(1, (int) Math.round(image.getHeight() * scale));
    boolean aside = turns % 2 == 1;
    int width = aside ? down : across;
    int height = aside ? across : down;
    BufferedImage fresh = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = fresh.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.translate(width / 2.0, height / 2.0);
    pen.rotate(turns * Math.PI / 2);
    pen.translate(-across / 2.0, -down / 2.0);
    pen.drawImage(image, 0, 0, across, down, null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(fresh, "jpeg", out)) {
      throw new IOException("this JDK writes no JPEG");
    }
    return new Picture(out.toByteArray(), width, height);
  }
}
