using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>What an editor or administrator does to documents that refer to each other.</summary>
public enum ReferenceAct
{
    /// <summary>Publishes another title and name.</summary>
    Edit,

    /// <summary>Saves another title without publishing it.</summary>
    Draft,

    /// <summary>Publishes other references.</summary>
    Repoint,

    /// <summary>Publishes as it is.</summary>
    Publish,

    /// <summary>Unpublishes, in one culture or all.</summary>
    Unpublish,

    /// <summary>Moves below another document.</summary>
    Move,

    /// <summary>Moves to the recycle bin, or back.</summary>
    Bin,

    /// <summary>Changes the picture's caption and name.</summary>
    EditMedia,

    /// <summary>Moves the picture to the recycle bin, or back.</summary>
    BinMedia,

    /// <summary>Gives the type a property, or takes it.</summary>
    ChangeType,

    /// <summary>Puts behind a public access rule, or takes that away.</summary>
    Protect,

    /// <summary>Gives a domain, or takes it.</summary>
    ChangeDomain,
}

/// <summary>One act.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Subject">With which document.</param>
/// <param name="Target">Which other document, and which of two ways.</param>
public sealed record EditedReference(ReferenceAct Kind, int Subject, int Target);

/// <summary>
/// Documents of three types that refer to each other and lie below each other, and what can be done to them. What Umbraco refuses, e.g. to publish
/// below what is not published, changes nothing.
/// </summary>
public sealed class EditedReferences
{
    private const string Extra = "extra";

    private readonly ReferencesSite _site;
    private readonly Guid[] _documents;
    private readonly IMedia _picture;
    private int _number;

    /// <summary>Makes the documents.</summary>
    public EditedReferences(ReferencesSite site)
    {
        _site = site;
        _picture = site.SaveImage("Edited", Constants.System.Root, ("caption", "Before"));
        IContent first = site.Publish(site.Author, "First", null, ("name", "First"), ("picture", ReferencesSite.Picked(_picture)));
        IContent second = site.Publish(site.Author, "Second", first, ("name", "Second"), ("mentor", ReferencesSite.Udi(first)));
        IContent third = site.PublishStory("Third", second);
        IContent fourth = site.PublishStory("Fourth", third);
        IContent fifth = site.Publish(site.VariantPage, "Fifth", second);
        IContent sixth = site.Publish(site.VariantPage, "Sixth", fifth);
        _documents = [first.Key, second.Key, third.Key, fourth.Key, fifth.Key, sixth.Key];
    }

    /// <summary>All that can be asked about them.</summary>
    public IEnumerable<(string Path, string Culture)> Questions() =>
        from culture in (string[])["en-US", "da-DK"]
        from path in Paths()
        select (path, culture);

    /// <summary>Does one act.</summary>
    public async Task DoAsync(EditedReference act)
    {
        IContent document = _site.Contents.GetById(_documents[act.Subject % _documents.Length])!;
        Guid target = _documents[act.Target % _documents.Length];
        bool isOther = act.Target % 2 == 0;
        switch (act.Kind)
        {
            case ReferenceAct.Edit:
                Change(document);
                SaveAndPublish(document);
                break;
            case ReferenceAct.Draft:
                Change(document);
                _site.Contents.Save(document);
                break;
            case ReferenceAct.Repoint:
                Repoint(document, target);
                break;
            case ReferenceAct.Publish:
                _site.Contents.Publish(document, ["*"]);
                break;
            case ReferenceAct.Unpublish:
                _site.Contents.Unpublish(document, isOther && document.ContentType.Alias == _site.VariantPage.Alias ? "da-DK" : "*");
                break;
            case ReferenceAct.Move:
                Move(document, _site.Contents.GetById(target)!);
                break;
            case ReferenceAct.Bin:
                Bin(document);
                break;
            default:
                await ChangeSurroundingsAsync(act.Kind, document);
                break;
        }
    }

    private IEnumerable<string> Paths()
    {
        string content = DeliverySite.Content;
        foreach (string variant in (string[])["", "expand=properties[$all]", "expand=properties[$all[properties[$all]]]&fields=properties[$all]", "fields=properties[title,author,mentor]"])
        {
            foreach (Guid key in _documents)
            {
                yield return $"{content}/item/{key}?{variant}";
            }

            yield return $"{content}/items?{string.Join('&', _documents.Select(x => $"id={x}"))}&{variant}";
        }

        yield return $"{content}?filter=contentType:author,story,vpage&sort=name:asc&take=100";
        yield return $"{content}?fetch=descendants:{_documents[0]}&expand=properties[$all]";
        yield return $"{content}/item/own/first/second/";
        yield return $"{content}/item/first/second/";
        yield return $"{DeliverySite.Media}/item/{_picture.Key}";
    }

    private async Task ChangeSurroundingsAsync(ReferenceAct kind, IContent document)
    {
        switch (kind)
        {
            case ReferenceAct.EditMedia:
                IMedia picture = _site.Get<IMediaService>().GetById(_picture.Key)!;
                picture.Name = $"Edited {++_number}";
                picture.SetValue("caption", $"Caption {_number}");
                _site.Get<IMediaService>().Save(picture);
                break;
            case ReferenceAct.BinMedia:
                IMedia binned = _site.Get<IMediaService>().GetById(_picture.Key)!;
                _site.Get<IMediaService>().Move(binned, binned.Trashed ? Constants.System.Root : Constants.System.RecycleBinMedia);
                break;
            case ReferenceAct.ChangeType:
                await ChangeTypeAsync(document.ContentType.Key);
                break;
            case ReferenceAct.Protect:
                Protect(document);
                break;
            case ReferenceAct.ChangeDomain:
                await ChangeDomainAsync();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an act.");
        }
    }

    private void Change(IContent document)
    {
        _number++;
        if (document.ContentType.Alias == _site.VariantPage.Alias)
        {
            document.SetCultureName($"Name {_number}", "en-US");
            document.SetCultureName($"Navn {_number}", "da-DK");
            document.SetValue("title", $"Title {_number}", "da-DK");
            return;
        }

        document.Name = $"Name {_number}";
        document.SetValue(document.ContentType.Alias == _site.Author.Alias ? "name" : "title", $"Title {_number}");
    }

    private void Repoint(IContent document, Guid target)
    {
        IContent other = _site.Contents.GetById(target)!;
        if (document.ContentType.Alias == _site.Author.Alias)
        {
            document.SetValue("mentor", ReferencesSite.Udi(other));
        }
        else if (document.ContentType.Alias == _site.Story.Alias)
        {
            document.SetValue("author", ReferencesSite.Udi(other));
            document.SetValue("blocks", _site.Blocks("Umbraco.BlockList", Guid.NewGuid(), Guid.NewGuid(), other).ToJsonString());
        }

        SaveAndPublish(document);
    }

    private void SaveAndPublish(IContent document)
    {
        if (_site.Contents.Save(document).Success)
        {
            _site.Contents.Publish(document, ["*"]);
        }
    }

    private void Move(IContent document, IContent parent)
    {
        if (!$",{parent.Path},".Contains($",{document.Id},", StringComparison.Ordinal) && !document.Trashed && !parent.Trashed)
        {
            _site.Contents.Move(document, parent.Id);
        }
    }

    private void Bin(IContent document)
    {
        if (document.Trashed)
        {
            _site.Contents.Move(document, _site.Own.Id);
        }
        else
        {
            _site.Contents.MoveToRecycleBin(document);
        }
    }

    private async Task ChangeTypeAsync(Guid key)
    {
        IContentTypeService types = _site.Get<IContentTypeService>();
        IContentType type = types.Get(key)!;
        if (type.PropertyTypes.Any(x => x.Alias == Extra))
        {
            type.RemovePropertyType(Extra);
        }
        else
        {
            IDataType text = (await _site.Get<IDataTypeService>().GetByEditorAliasAsync("Umbraco.TextBox")).First();
            type.AddPropertyType(new PropertyType(_site.Get<IShortStringHelper>(), text, Extra) { Name = Extra }, "content", "Content");
        }

        Assert.True((await types.UpdateAsync(type, Constants.Security.SuperUserKey)).Success);
    }

    private void Protect(IContent document)
    {
        IPublicAccessService access = _site.Get<IPublicAccessService>();
        PublicAccessEntry? entry = access.GetAll().FirstOrDefault(x => x.ProtectedNodeId == document.Id);
        if (entry is null)
        {
            _site.Protect(document);
        }
        else
        {
            Assert.True(access.Delete(entry).Success);
        }
    }

    private async Task ChangeDomainAsync()
    {
        IDomainService domains = _site.Get<IDomainService>();
        bool hasOne = (await domains.GetAssignedDomainsAsync(_site.Own.Key, includeWildcards: false)).Any();
        DomainModel[] wanted = hasOne ? [] : [new DomainModel { DomainName = "/own", IsoCode = "en-US" }];
        await domains.UpdateDomainsAsync(_site.Own.Key, new DomainsUpdateModel { DefaultIsoCode = null, Domains = wanted });
    }
}
