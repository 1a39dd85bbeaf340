package org.comuta.demo;

/** The fast Fourier transform in place, radix two: lengths are powers of two. */
final class FourierTransform {
  private FourierTransform() {}

  /** Forward transform of a complex signal; the arrays have the same power-of-two length. */
  static void forward(double[] real, double[] imaginary) {
    reorder(real, imaginary);
    int length = real.length;
    for (int half = 1; half < length; half *= 2) {
      for (int step = 0; step < half; step++) {
        double angle = -Math.PI * step / half;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        for (int low = step; low < length; low += 2 * half) {
          int high = low + half;
          double turnedReal = real[high] * cosine - imaginary[high] * sine;
          double turnedImaginary = real[high] * sine + imaginary[high] * cosine;
          real[high] = real[low] - turnedReal;
          imaginary[high] = imaginary[low] - turnedImaginary;
          real[low] += turnedReal;
          imaginary[low] += turnedImaginary;
        }
      }
    }
  }

  /** Inverse transform, scaled so that it undoes {@link #forward}. */
  static void inverse(double[] real, double[] imaginary) {
    // Exchanging the parts before and after turns the forward transform into the inverse.
    forward(imaginary, real);
    int length = real.length;
    for (int index = 0; index < length; index++) {
      real[index] /= length;
      imaginary[index] /= length;
    }
  }

  private static void reorder(double[] real, double[] imaginary) {
    int length = real.length;
    int shift = Integer.numberOfLeadingZeros(length) + 1;
    for (int index = 0; index < length; index++) {
      int mirrored = Integer.reverse(index) >>> shift;
      if (length > 1 && mirrored > index) {
        swap(real, index, mirrored);
        swap(imaginary, index, mirrored);
      }
    }
  }

  private static void swap(double[] values, int one, int other) {
    double kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }
}
