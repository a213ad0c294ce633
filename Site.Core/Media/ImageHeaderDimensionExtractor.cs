using System.Buffers.Binary;
using System.Drawing;
using Umbraco.Cms.Core.Media;

namespace Site.Core.Media;

/// <summary>Reads width and height from the first bytes of PNG, GIF, WebP and JPEG files, without decoding anything.</summary>
/// <remarks>
/// Sources: PNG (W3C) section 11.2.2, GIF89a section 18, RFC 9649 (WebP) sections 2.5-2.7, ITU-T T.81 annex B.2. A file that lies about its type
/// or ends too early has no dimensions; it is not an error.
/// </remarks>
internal sealed class ImageHeaderDimensionExtractor : IImageDimensionExtractor
{
    private const int HeaderLength = 30;

    /// <inheritdoc />
    public IEnumerable<string> SupportedImageFileTypes { get; } = ["png", "gif", "webp", "jpg", "jpeg"];

    /// <inheritdoc />
    public Size? GetDimensions(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> header = stackalloc byte[HeaderLength];
        int read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        header = header[..read];
        if (read >= 24 && header[0] == 0x89 && header[1..4].SequenceEqual("PNG"u8))
        {
            return Create(BinaryPrimitives.ReadInt32BigEndian(header[16..]), BinaryPrimitives.ReadInt32BigEndian(header[20..]));
        }

        if (read >= 10 && header.StartsWith("GIF8"u8))
        {
            return Create(BinaryPrimitives.ReadUInt16LittleEndian(header[6..]), BinaryPrimitives.ReadUInt16LittleEndian(header[8..]));
        }

        if (read == HeaderLength && header.StartsWith("RIFF"u8) && header[8..12].SequenceEqual("WEBP"u8))
        {
            return ReadWebP(header);
        }

        return read >= 4 && header[0] == 0xFF && header[1] == 0xD8 ? ReadJpeg(new JpegReader(header, stream)) : null;
    }

    private static Size? ReadWebP(ReadOnlySpan<byte> header)
    {
        ReadOnlySpan<byte> chunk = header[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return Create(1 + ReadUInt24(header[24..]), 1 + ReadUInt24(header[27..]));
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            uint bits = BinaryPrimitives.ReadUInt32LittleEndian(header[21..]);
            return Create(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return chunk.SequenceEqual("VP8 "u8)
            ? Create(BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) & 0x3FFF)
            : null;
    }

    // Segments follow each other, each with its length; the size stands in the first frame header (SOF).
    private static Size? ReadJpeg(JpegReader reader)
    {
        while (reader.TryReadMarker(out byte marker, out int length))
        {
            bool isFrame = marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;
            if (isFrame)
            {
                return reader.TryRead(1, out _) && reader.TryRead(2, out int height) && reader.TryRead(2, out int width) ? Create(width, height) : null;
            }

            if (!reader.TrySkip(length - 2))
            {
                return null;
            }
        }

        return null;
    }

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static Size? Create(int width, int height) => width > 0 && height > 0 ? new Size(width, height) : null;

    /// <summary>Reads on from the header that was read already.</summary>
    private ref struct JpegReader(ReadOnlySpan<byte> header, Stream stream)
    {
        private readonly ReadOnlySpan<byte> _header = header;
        private int _position = 2;

        public bool TryReadMarker(out byte marker, out int length)
        {
            marker = 0;
            length = 0;
            if (!TryRead(1, out int prefix) || prefix != 0xFF)
            {
                return false;
            }

            int value;
            do
            {
                if (!TryRead(1, out value))
                {
                    return false;
                }
            }
            while (value == 0xFF);
            marker = (byte)value;
            return marker is not 0xD9 and not 0xDA && TryRead(2, out length) && length >= 2;
        }

        public bool TryRead(int count, out int value)
        {
            value = 0;
            for (int i = 0; i < count; i++)
            {
                int next = _position < _header.Length ? _header[_position] : stream.ReadByte();
                if (next < 0)
                {
                    return false;
                }

                _position++;
                value = (value << 8) | next;
            }

            return true;
        }

        public bool TrySkip(int count)
        {
            for (int i = 0; i < count; i++)
            {
                if (!TryRead(1, out _))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
