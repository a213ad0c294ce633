using System.Buffers.Binary;
using System.Buffers.Text;

namespace Site.Core.Hosting.DeliveryChanges;

/// <summary>How far a reader of the change log has come.</summary>
/// <param name="Position">The position up to which it has read everything; 0 at the beginning.</param>
/// <param name="Stamp">The date at that position in ticks: after a restore of a backup the position may be another change's.</param>
/// <param name="Floor">
/// Up to where the log was cleared when the reader began at the beginning: while it is no further, the reader misses nothing, although it
/// has not come so far yet.
/// </param>
internal readonly record struct ChangeCursor(long Position, long Stamp, long Floor)
{
    private const byte Version = 1;
    private const int Length = 1 + (3 * sizeof(long));

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    public static bool TryParse(string text, out ChangeCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length > 2 * Length
            || !Base64Url.IsValid(text, out int length)
            || length != Length
            || !Base64Url.TryDecodeFromChars(text, bytes, out _)
            || bytes[0] != Version)
        {
            return false;
        }

        cursor = new ChangeCursor(ReadInt64(bytes, 0), ReadInt64(bytes, 1), ReadInt64(bytes, 2));
        return cursor is { Position: >= 0, Stamp: >= 0, Floor: >= 0 };
    }

    /// <summary>The cursor as readers keep it: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Position);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(1 + sizeof(long))..], Stamp);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(1 + (2 * sizeof(long)))..], Floor);
        return Base64Url.EncodeToString(bytes);
    }

    private static long ReadInt64(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadInt64BigEndian(bytes[(1 + (index * sizeof(long)))..]);
}
