package org.comuta.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final int PIXELS = 4;
  private static final String URI =
      "otpauth://totp/Comuta:maria?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Comuta";

  /** What a camera reads from the picture. */
  private static String read(String svg) throws ReaderException {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
    if (!box.find()) {
      throw NotFoundException.getNotFoundInstance();
    }
    int side = Integer.parseInt(box.group(1)) * PIXELS;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    for (MatchResult dark :
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg).results().toList()) {
      int left = Integer.parseInt(dark.group(1)) * PIXELS;
      int top = Integer.parseInt(dark.group(2)) * PIXELS;
      for (int y = top; y < top + PIXELS; y++) {
        Arrays.fill(pixels, y * side + left, y * side + left + PIXELS, 0);
      }
    }
    BinaryBitmap picture =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    return new QRCodeReader().decode(picture).getText();
  }

  @Test
  void aCameraReadsWhatItSays() throws ReaderException {
    assertThat(read(QrCode.svg(URI))).isEqualTo(URI);
  }

  @Test
  void aPageCanShowIt() {
    assertThat(QrCode.address(URI)).startsWith("data:image/svg+xml;base64,");
  }
}
