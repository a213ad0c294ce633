using System.Buffers;

namespace Site.Core.Sync.Files;

/// <summary>Compares streams without holding them in memory.</summary>
internal static class SameBytes
{
    private const int Size = 64 * 1024;

    /// <summary>Whether both streams hold the same bytes from where they stand to their ends.</summary>
    public static bool In(Stream left, Stream right)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(2 * Size);
        try
        {
            Span<byte> leftPart = buffer.AsSpan(0, Size);
            Span<byte> rightPart = buffer.AsSpan(Size, Size);
            int read;
            do
            {
                read = left.ReadAtLeast(leftPart, Size, throwOnEndOfStream: false);
                int other = right.ReadAtLeast(rightPart, Size, throwOnEndOfStream: false);
                if (!leftPart[..read].SequenceEqual(rightPart[..other]))
                {
                    return false;
                }
            }
            while (read == Size);
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
