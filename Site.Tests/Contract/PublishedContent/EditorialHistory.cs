using Site.Tests.Contract.Documents;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Tests.Contract.PublishedContent;

/// <summary>Carries out acts of editors through Core's services, on documents of its own.</summary>
internal sealed class EditorialHistory(DocumentModel model) : IDisposable
{
    private const int MaxDocuments = 24;

    private static readonly string[] _names = ["Eau", "Santé", "École", "eau"];

    private readonly List<int> _created = [];

    private IContentService Contents => model.Contents;

    /// <summary>Every document of the history, those in the recycle bin too, oldest first.</summary>
    private IContent[] All => [.. Contents.GetByIds(_created).OrderBy(x => x.Id)];

    /// <summary>Carries out an act; one that is impossible now, or that Core refuses, does nothing.</summary>
    public void Do(EditorialAct act)
    {
        IContent[] all = All;
        IContent[] live = [.. all.Where(x => !x.Trashed)];
        IContent? subject = Choose(live, act.Subject);
        switch (act.Kind)
        {
            case ActKind.CreatePage or ActKind.CreateNote when all.Length < MaxDocuments:
                Create(act, Choose([null, .. live], act.Subject));
                break;
            case ActKind.Restore when Choose([.. all.Where(x => x.Trashed)], act.Subject) is { } trashed:
                Contents.Move(trashed, Choose([null, .. live], act.Target)?.Id ?? Constants.System.Root);
                break;
            case ActKind.Delete when Choose(all, act.Subject) is { } doomed:
                Contents.Delete(doomed);
                break;
            case ActKind.EmptyBin:
                Contents.EmptyRecycleBin();
                break;
            case ActKind.Sort:
                Sort(subject, live, act.Variant);
                break;
            default:
                if (subject is not null)
                {
                    Do(act, subject, live);
                }

                break;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (IContent top in All.Where(x => !_created.Contains(x.ParentId)))
        {
            Contents.Delete(top);
        }
    }

    private void Do(EditorialAct act, IContent subject, IContent[] live)
    {
        switch (act.Kind)
        {
            case ActKind.Edit:
                Edit(subject, act.Variant);
                break;
            case ActKind.Rename:
                Rename(subject, act);
                break;
            case ActKind.Publish:
                Contents.Publish(subject, Cultures(subject, act.Variant));
                break;
            case ActKind.Unpublish:
                Contents.Unpublish(subject, Cultures(subject, act.Variant)[0]);
                break;
            case ActKind.PublishBranch:
                _ = Contents.PublishBranch(subject, (PublishBranchFilter)(act.Variant % 4), Cultures(subject, act.Target)).ToArray();
                break;
            case ActKind.Schedule:
                Schedule(subject, act.Variant);
                break;
            case ActKind.Move when Choose([null, .. live.Where(x => !IsAtOrBelow(x, subject))], act.Target) is var parent:
                Contents.Move(subject, parent?.Id ?? Constants.System.Root);
                break;
            case ActKind.Copy when live.Length < MaxDocuments / 2:
                Copy(subject, Choose([null, .. live], act.Target), act.Variant);
                break;
            case ActKind.Bin:
                Contents.MoveToRecycleBin(subject);
                break;
            case ActKind.Rollback:
                Rollback(subject, act.Variant);
                break;
        }
    }

    private void Create(EditorialAct act, IContent? parent)
    {
        IContent document = DocumentModel.New(act.Kind == ActKind.CreatePage ? model.Page : model.Note, _names[act.Variant % _names.Length], parent?.Id ?? Constants.System.Root);
        if (document.ContentType.VariesByCulture())
        {
            document.SetCultureName(_names[act.Variant % _names.Length], model.DefaultCulture);
            if (act.Target % 3 > 0)
            {
                document.SetCultureName(_names[act.Target % _names.Length], model.OtherCulture);
            }
        }

        SetValues(document, act.Target);
        Save(document);
    }

    private void Edit(IContent document, int variant)
    {
        SetValues(document, variant);
        Save(document);
    }

    private void SetValues(IContent document, int variant)
    {
        string? value = variant % 5 == 0 ? null : $"valeur {variant % 7}";
        string? culture = !document.ContentType.VariesByCulture() ? null
            : variant % 2 == 0 || !document.IsCultureAvailable(model.OtherCulture) ? model.DefaultCulture
            : model.OtherCulture;
        document.SetValue(DocumentModel.Title, value, culture);
        if (variant % 3 == 0)
        {
            document.SetValue(DocumentModel.Number, variant % 4);
            document.SetValue(DocumentModel.Body, value);
        }
    }

    private void Rename(IContent document, EditorialAct act)
    {
        string name = _names[act.Variant % _names.Length];
        if (document.ContentType.VariesByCulture())
        {
            document.SetCultureName(name, act.Target % 2 == 0 ? model.DefaultCulture : model.OtherCulture);
        }
        else
        {
            document.Name = name;
        }

        Save(document);
    }

    private void Save(IContent document)
    {
        if (Contents.Save(document).Success)
        {
            _created.Add(document.Id);
        }
    }

    private void Schedule(IContent document, int variant)
    {
        var schedule = new ContentScheduleCollection();
        foreach (string culture in Cultures(document, variant).Select(x => x == "*" && document.ContentType.VariesByCulture() ? model.DefaultCulture : x == "*" ? string.Empty : x))
        {
            schedule.Add(culture, variant % 3 == 0 ? null : DateTime.UtcNow.AddMinutes(-1), variant % 3 == 1 ? null : DateTime.UtcNow.AddSeconds(-59));
        }

        Contents.PersistContentSchedule(document, schedule);
        _ = Contents.PerformScheduledPublish(DateTime.UtcNow).ToArray();
    }

    private void Copy(IContent document, IContent? target, int variant)
    {
        if (target is not null && IsAtOrBelow(target, document))
        {
            target = null;
        }

        IContent? copy = Contents.Copy(document, target?.Id ?? Constants.System.Root, relateToOriginal: variant % 2 == 0, recursive: variant % 3 > 0);
        if (copy is not null)
        {
            _created.Add(copy.Id);
            _created.AddRange(Contents.GetPagedDescendants(copy.Id, 0, MaxDocuments, out _).Select(x => x.Id));
        }
    }

    private void Sort(IContent? parent, IContent[] live, int variant)
    {
        int[] children = [.. live.Where(x => x.ParentId == (parent?.Id ?? Constants.System.Root)).OrderBy(x => x.SortOrder).Select(x => x.Id)];
        if (parent is not null && children.Length > 1)
        {
            int first = variant % children.Length;
            Contents.SortChildren(parent.Id, [.. children[first..].Reverse(), .. children[..first]]);
        }
    }

    private void Rollback(IContent document, int variant)
    {
        int[] versions = [.. Contents.GetVersionIds(document.Id, 10)];
        Contents.Rollback(document.Id, versions[variant % versions.Length], variant % 2 == 0 || !document.ContentType.VariesByCulture() ? "*" : model.OtherCulture);
    }

    private string[] Cultures(IContent document, int variant) => (document.ContentType.VariesByCulture() ? variant % 4 : 0) switch
    {
        1 => [model.DefaultCulture],
        2 => [model.OtherCulture],
        3 => [model.DefaultCulture, model.OtherCulture],
        _ => ["*"],
    };

    private static bool IsAtOrBelow(IContent content, IContent top) => content.Id == top.Id || content.Path.StartsWith(top.Path + ",", StringComparison.Ordinal);

    private static IContent? Choose(IContent?[] candidates, int number) => candidates is [] ? null : candidates[number % candidates.Length];
}
