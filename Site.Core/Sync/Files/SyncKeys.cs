namespace Site.Core.Sync.Files;

/// <summary>The keys that uSync derives for items which have none of their own: languages and domains.</summary>
internal static class SyncKeys
{
    /// <summary>A 32-bit hash of the text, followed by zeros; see the format's description, section 2.</summary>
    public static Guid Derive(string text)
    {
        unchecked
        {
            int even = (5381 << 16) + 5381;
            int odd = even;
            for (int i = 0; i < text.Length; i++)
            {
                ref int half = ref i % 2 == 0 ? ref even : ref odd;
                half = ((half << 5) + half) ^ text[i];
            }

            Span<byte> bytes = stackalloc byte[16];
            BitConverter.TryWriteBytes(bytes, even + (odd * 1566083941));
            return new Guid(bytes);
        }
    }
}
