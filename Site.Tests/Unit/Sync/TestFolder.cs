using System.Text;
using Site.Core.Sync.Files;

namespace Site.Tests.Unit.Sync;

/// <summary>A uSync folder of a test, removed with it.</summary>
public sealed class TestFolder : IDisposable
{
    private const string Stamp = """<uSync version="17.3.8.0" format="10.7.0" />""";

    public TestFolder() => Write("usync.config", Stamp);

    /// <summary>Where the folder lies.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("usync-").FullName;

    /// <summary>Writes a file, as uSync does with a byte order mark unless told otherwise.</summary>
    public TestFolder Write(string path, string text, bool byteOrderMark = true)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(byteOrderMark));
        return this;
    }

    /// <summary>Writes a binary file.</summary>
    public TestFolder Write(string path, byte[] bytes)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    /// <summary>Removes a file.</summary>
    public TestFolder Delete(string path)
    {
        File.Delete(Path.Combine(Root, path));
        return this;
    }

    /// <summary>Empties the folder.</summary>
    public TestFolder Clear()
    {
        Dispose();
        return Write("usync.config", Stamp);
    }

    internal SyncFolder Read(params string[] layers) =>
        SyncFolder.Read(layers.Length > 0 ? layers : [Root], "config", _ => true, CancellationToken.None);

    /// <summary>The text of a file, without its byte order mark.</summary>
    public string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The paths of the files of a kind, sorted.</summary>
    public string[] Files(string kind) =>
        Directory.Exists(Path.Combine(Root, kind)) ? [.. Directory.GetFiles(Path.Combine(Root, kind)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }
}
