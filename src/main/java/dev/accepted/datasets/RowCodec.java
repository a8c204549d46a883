package dev.accepted.datasets;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Rows as bytes, for the time that a sort keeps them on disk. */
final class RowCodec {

  private static final int VALUE_BYTES = 24;
  private static final int NUMBER_BYTES = 64;

  private RowCodec() {}

  /** About how many bytes of memory a row takes. */
  static long weight(@Nullable Object[] row) {
    long weight = VALUE_BYTES;
    for (Object value : row) {
      weight += VALUE_BYTES;
      if (value instanceof String text) {
        weight += NUMBER_BYTES + 2L * text.length();
      } else if (value instanceof BigDecimal) {
        weight += NUMBER_BYTES;
      }
    }
    return weight;
  }

  static void write(DataOutput out, @Nullable Object[] row) throws IOException {
    out.writeInt(row.length);
    for (Object value : row) {
      write(out, value);
    }
  }

  private static void write(DataOutput out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeByte('0');
    } else if (value instanceof Long number) {
      out.writeByte('l');
      out.writeLong(number);
    } else if (value instanceof BigDecimal number) {
      out.writeByte('d');
      out.writeInt(number.scale());
      writeBytes(out, number.unscaledValue().toByteArray());
    } else if (value instanceof LocalDate day) {
      out.writeByte('D');
      out.writeLong(day.toEpochDay());
    } else if (value instanceof LocalDateTime time) {
      out.writeByte('T');
      out.writeLong(time.toLocalDate().toEpochDay());
      out.writeLong(time.toLocalTime().toNanoOfDay());
    } else if (value instanceof Boolean truth) {
      out.writeByte(truth ? 't' : 'f');
    } else if (value instanceof String text) {
      out.writeByte('s');
      writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  static @Nullable Object[] read(DataInput in) throws IOException {
    @Nullable Object[] row = new @Nullable Object[in.readInt()];
    for (int i = 0; i < row.length; i++) {
      row[i] = readValue(in);
    }
    return row;
  }

  private static @Nullable Object readValue(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case '0' -> null;
      case 'l' -> in.readLong();
      case 'd' -> {
        int scale = in.readInt();
        yield new BigDecimal(new BigInteger(readBytes(in)), scale);
      }
      case 'D' -> LocalDate.ofEpochDay(in.readLong());
      case 'T' -> LocalDate.ofEpochDay(in.readLong()).atTime(LocalTime.ofNanoOfDay(in.readLong()));
      case 't' -> true;
      case 'f' -> false;
      case 's' -> new String(readBytes(in), StandardCharsets.UTF_8);
      default -> throw new IOException("not a value: " + kind);
    };
  }

  private static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
