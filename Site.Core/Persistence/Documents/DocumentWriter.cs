using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Documents;

/// <summary>Writes one document: its row, its versions, their values and their names by language.</summary>
/// <remarks>
/// Publishing makes the version that was edited the published one and adds a new version, which is edited from then on. So the history
/// holds what was published, and each draft is one version.
/// </remarks>
internal sealed class DocumentWriter(SiteDbContext context, IContent document, PropertyDataMapper properties, LanguageCodes languages)
{
    private readonly bool _publishing = document.PublishedState == PublishedState.Publishing;
    private readonly bool _unpublishing = document.PublishedState == PublishedState.Unpublishing;
    private bool _isNew;
    private string? _publishedName;

    /// <summary>Inserts what belongs to the node of a new document.</summary>
    public void Insert()
    {
        _isNew = true;
        context.Add(new ContentRow { NodeId = document.Id, ContentTypeId = document.ContentTypeId });
        ContentVersionRow first = context.Add(NewVersion(current: !_publishing)).Entity;
        ContentVersionRow? draft = _publishing ? context.Add(NewVersion(current: true)).Entity : null;
        context.SaveChanges();
        document.VersionId = (draft ?? first).Id;
        document.PublishedVersionId = draft is null ? 0 : first.Id;
        context.Add(new DocumentVersionRow { Id = first.Id, TemplateId = document.TemplateId, Published = _publishing });
        if (draft is not null)
        {
            context.Add(new DocumentVersionRow { Id = draft.Id, TemplateId = document.TemplateId });
        }

        SaveContents([], []);
        context.SaveChanges();
    }

    /// <summary>Updates a document.</summary>
    public void Update(DocumentState state)
    {
        _publishedName = state.PublishedVersion?.Text;
        if (state.ContentTypeId != document.ContentTypeId)
        {
            context.Update(new ContentRow { NodeId = document.Id, ContentTypeId = document.ContentTypeId });
        }

        if ((_publishing || _unpublishing) && state.PublishedVersion is { } former)
        {
            DocumentVersionRow row = context.Attach(new DocumentVersionRow { Id = former.Id, Published = true }).Entity;
            row.Published = false;
        }

        int[] versionIds = [state.Current.Id, .. ComparedVersions(state)];
        List<PropertyDataRow> values = [.. context.Set<PropertyDataRow>().AsTracking().Where(x => EF.Parameter(versionIds).Contains(x.VersionId))];
        List<ContentVersionCultureVariationRow> cultures = document.ContentType.VariesByCulture()
            ? [.. context.Set<ContentVersionCultureVariationRow>().AsTracking().Where(x => EF.Parameter(versionIds).Contains(x.VersionId))]
            : [];
        UpdateVersions(state);
        SaveContents(values, cultures);
        context.SaveChanges();
    }

    /// <summary>Notes that the document has moved with an ancestor: only its place and date have changed.</summary>
    public void Touch()
    {
        int id = document.Id;
        DateTime date = document.UpdateDate;
        context.Set<ContentVersionRow>().Where(x => x.NodeId == id && x.Current).ExecuteUpdate(x => x.SetProperty(v => v.VersionDate, date));
    }

    private int[] ComparedVersions(DocumentState state) =>
        !_publishing && !_unpublishing && state is { Published: true, PublishedVersion: { } published } ? [published.Id] : [];

    private void UpdateVersions(DocumentState state)
    {
        ContentVersionRow version = context.Attach(state.Current).Entity;
        version.VersionDate = document.UpdateDate;
        version.UserId = document.WriterId;
        version.Text = document.Name;
        DocumentVersionRow documentVersion = context.Update(new DocumentVersionRow { Id = version.Id, TemplateId = document.TemplateId }).Entity;
        document.VersionId = version.Id;
        if (_publishing)
        {
            documentVersion.Published = true;
            version.Current = false;
            ContentVersionRow draft = context.Add(NewVersion(current: true)).Entity;
            context.SaveChanges();
            context.Add(new DocumentVersionRow { Id = draft.Id, TemplateId = document.TemplateId });
            document.PublishedVersionId = version.Id;
            document.VersionId = draft.Id;
        }
        else
        {
            document.PublishedVersionId = _unpublishing ? 0 : state.Published ? state.PublishedVersion?.Id ?? 0 : 0;
        }
    }

    private ContentVersionRow NewVersion(bool current) => new()
    {
        NodeId = document.Id,
        VersionDate = document.UpdateDate,
        UserId = document.WriterId,
        Current = current,
        Text = document.Name,
    };

    private void SaveContents(List<PropertyDataRow> storedValues, List<ContentVersionCultureVariationRow> storedCultures)
    {
        List<PropertyDataRow> edited = properties.ToRows(document, published: false, languages);
        List<PropertyDataRow> published = _publishing
            ? properties.ToRows(document, published: true, languages)
            : storedValues.FindAll(x => x.VersionId == document.PublishedVersionId && PropertyDataMapper.IsShown(document, x));
        HashSet<int?> differing = properties.DifferingLanguages(document, edited, published, languages);
        if (_publishing)
        {
            SaveValues(document.PublishedVersionId, storedValues, published);
        }

        SaveValues(document.VersionId, storedValues, edited);
        bool isPublished = _publishing || (!_unpublishing && document.PublishedVersionId > 0);
        bool isEdited = !isPublished || differing.Count > 0;
        if (document.ContentType.VariesByCulture())
        {
            var cultures = new DocumentCultures(context, document, languages);
            isEdited |= cultures.Save(storedCultures, differing, isPublished, _publishing);
        }
        else
        {
            isEdited |= !_publishing && document.Name != _publishedName;
        }

        document.Edited = isEdited;
        SaveDocument(isPublished);
    }

    private void SaveDocument(bool isPublished)
    {
        var row = new DocumentRow { NodeId = document.Id, Published = isPublished, Edited = document.Edited };
        if (_isNew)
        {
            context.Add(row);
        }
        else
        {
            context.Update(row);
        }
    }

    private void SaveValues(int versionId, List<PropertyDataRow> stored, List<PropertyDataRow> wanted) =>
        PropertyDataChanges.Apply(context, versionId, stored.FindAll(x => x.VersionId == versionId), wanted);
}
