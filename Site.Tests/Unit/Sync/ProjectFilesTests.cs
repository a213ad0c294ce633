using System.Xml.Linq;
using Site.Core.Sync;
using Site.Core.Sync.DataTypes;
using Site.Core.Sync.Dictionary;
using Site.Core.Sync.Domains;
using Site.Core.Sync.Files;
using Site.Core.Sync.Languages;
using Site.Core.Sync.Nodes;
using Site.Core.Sync.RelationTypes;
using Site.Core.Sync.Templates;
using Site.Core.Sync.Types;
using Site.Core.Sync.Webhooks;
using Site.Tests.Support;

namespace Site.Tests.Unit.Sync;

/// <summary>The project's own folder can be read, without a site.</summary>
public sealed class ProjectFilesTests
{
    private readonly SyncFolder _folder = SyncFolder.Read([Path.Combine(SiteProcess.RepositoryRoot, "uSync", "v17")], "config", _ => true, CancellationToken.None);

    [Fact]
    public void Every_file_is_found_and_read()
    {
        Assert.Empty(_folder.Problems);
        Assert.Empty(_folder.Notes);
        Assert.All(_folder.Files, file => Assert.NotNull(Read(file)));
    }

    [Fact]
    public void Every_media_item_with_a_file_has_it_in_the_folder()
    {
        IEnumerable<string> paths = _folder.Of(SyncKind.Media)
            .SelectMany(file => NodeFile.Read(file.Load()).Values)
            .Select(value => MediaFileImporter.PathOf(value.Text))
            .OfType<string>();

        Assert.All(paths, path => Assert.NotNull(_folder.FindMediaFile(path)));
        Assert.NotEmpty(paths);
    }

    private static object Read(SyncFile file)
    {
        XElement root = file.Load();
        return file.Kind switch
        {
            SyncKind.Language => LanguageFile.Read(root),
            SyncKind.Dictionary => DictionaryFile.Read(root),
            SyncKind.DataType => DataTypeFile.Read(root),
            SyncKind.Template => TemplateFile.Read(root),
            SyncKind.ContentType or SyncKind.MediaType => TypeFile.Read(root, Guid.Empty),
            SyncKind.Content or SyncKind.Media or SyncKind.Blueprint => NodeFile.Read(root),
            SyncKind.RelationType => RelationTypeFile.Read(root),
            SyncKind.Webhook => WebhookFile.Read(root),
            _ => DomainFile.Read(root),
        };
    }
}
