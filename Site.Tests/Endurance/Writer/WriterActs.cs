using System.Globalization;
using Site.Core.Sync;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Endurance.Writer;

/// <summary>What one writer does: random acts on pages of its own, each announced before and acknowledged after.</summary>
internal sealed class WriterActs(WriterSite site, TextWriter output, Random random)
{
    private const int MaximumPages = 25;
    private readonly List<Guid> _pages = [];

    private IContentService Contents => site.Get<IContentService>();

    /// <summary>Acts until it is told to stop, whatever is refused.</summary>
    /// <param name="writer">The number of the writer: only the first changes the type, only the last imports.</param>
    /// <param name="stop">Ends the writer between two acts.</param>
    public async Task RunAsync(int writer, CancellationToken stop)
    {
        for (int act = 0; !stop.IsCancellationRequested; act++)
        {
            await TryAsync(writer, act);
        }
    }

    private async Task<bool> TryAsync(int writer, int act)
    {
        try
        {
            return (writer, act % 12) switch
            {
                (0, 11) => await AddPropertyAsync(),
                (3, 5) => await ImportAsync(),
                _ => await ActAsync(),
            };
        }
        catch (Exception exception)
        {
            // Not even the page that it would have changed could be read.
            Say(WriterHistory.Refuse, "reading", exception.Message);
            return false;
        }
    }

    private Task<bool> ActAsync()
    {
        if (_pages.Count < 3 || (_pages.Count < MaximumPages && random.Next(4) == 0))
        {
            return CreateAsync();
        }

        Guid key = _pages[random.Next(_pages.Count)];
        if (Contents.GetById(key) is not { } page)
        {
            // Its creation was refused.
            return Task.FromResult(_pages.Remove(key));
        }

        var state = WriterState.Of(page);
        return random.Next(page.Trashed ? 1 : 8) switch
        {
            0 when page.Trashed => DeleteAsync(page),
            0 => TryAsync(page, state with { Parent = Constants.System.RecycleBinContent }, () => Contents.MoveToRecycleBin(page).Success),
            1 => MoveAsync(page, state),
            2 => TryAsync(page, state with { Published = null }, () => !page.Published || Contents.Unpublish(page).Success),
            3 or 4 => TryAsync(page, state with { Published = state.Draft }, () => Contents.Publish(page, ["*"]).Success),
            _ => RewriteAsync(page, state),
        };
    }

    private Task<bool> CreateAsync()
    {
        var key = Guid.NewGuid();
        int parent = FolderId();
        IContent page = Contents.Create($"Page {key:N}", parent, WriterSite.PageAlias);
        page.Key = key;
        string title = NewTitle();
        page.SetValue(WriterState.Title, title);
        _pages.Add(key);
        return TryAsync(page, new WriterState(page.Name, title, null, parent), () => Contents.Save(page).Success);
    }

    private Task<bool> RewriteAsync(IContent page, WriterState state)
    {
        string title = NewTitle();
        page.SetValue(WriterState.Title, title);
        return TryAsync(page, state with { Draft = title }, () => Contents.Save(page).Success);
    }

    private Task<bool> MoveAsync(IContent page, WriterState state)
    {
        int parent = FolderId();
        return TryAsync(page, state with { Parent = parent }, () => Contents.Move(page, parent).Success);
    }

    private Task<bool> DeleteAsync(IContent page)
    {
        _pages.Remove(page.Key);
        return TryAsync(page.Key.ToString(), WriterState.Absent, () => Task.FromResult(Contents.Delete(page).Success));
    }

    private async Task<bool> AddPropertyAsync()
    {
        string alias = "p" + Guid.NewGuid().ToString("N");
        return await TryAsync(WriterState.PropertyThing(alias), WriterState.Present, async () =>
        {
            IContentTypeService types = site.Get<IContentTypeService>();
            IContentType type = types.Get(WriterSite.PageAlias)!;
            type.AddPropertyType(await site.NewPropertyAsync(alias), "content");
            return (await types.UpdateAsync(type, Constants.Security.SuperUserKey)).Success;
        });
    }

    private async Task<bool> ImportAsync()
    {
        Dictionary<Guid, WriterState> pages = WriteFolder();
        foreach ((Guid key, WriterState state) in pages)
        {
            // An import saves everything before it publishes: whoever is cut short in between goes on with the next import.
            string? published = Contents.GetById(key) is { } page ? WriterState.Of(page).Published : null;
            Say(WriterHistory.Begin, key.ToString(), (state with { Published = published }).ToString());
            Say(WriterHistory.Begin, key.ToString(), state.ToString());
        }

        SyncReport report = await site.Get<SyncImporter>().ImportAsync();
        string failures = string.Join("; ", report.Items.Where(x => x.IsFinding).Select(x => x.Message));
        foreach ((Guid key, WriterState state) in pages)
        {
            Say(failures.Length > 0 ? WriterHistory.Refuse : WriterHistory.Acknowledge, key.ToString(), failures.Length > 0 ? failures : state.ToString());
        }

        return failures.Length == 0;
    }

    // The same five pages in each import, with new titles.
    private Dictionary<Guid, WriterState> WriteFolder()
    {
        string folder = Path.Combine(site.Get<SyncSettings>().Roots[0], "Content");
        Directory.CreateDirectory(folder);
        Dictionary<Guid, WriterState> pages = [];
        for (int i = 0; i < 5; i++)
        {
            var key = new Guid($"7d9c2f51-30a4-4c1e-8a7b-00000000000{i}");
            string title = NewTitle();
            var state = new WriterState($"Importée {i}", title, title, Constants.System.Root);
            pages[key] = state;
            System.IO.File.WriteAllText(Path.Combine(folder, $"importee-{i}.config"), SyncFile(key, state, i));
        }

        return pages;
    }

    private static string SyncFile(Guid key, WriterState state, int index) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <Content Key="{key}" Alias="{state.Name}" Level="1">
          <Info>
            <Parent Key="{Guid.Empty}" />
            <Trashed>false</Trashed>
            <ContentType>{WriterSite.PageAlias}</ContentType>
            <NodeName Default="{state.Name}" />
            <SortOrder>{index + 10}</SortOrder>
            <Published Default="true" />
            <Schedule />
            <Template />
          </Info>
          <Properties><title><Value><![CDATA[{state.Draft}]]></Value></title></Properties>
        </Content>
        """;

    private Task<bool> TryAsync(IContent page, WriterState after, Func<bool> act) =>
        TryAsync(page.Key.ToString(), after.ToString(), () => Task.FromResult(act()));

    private async Task<bool> TryAsync(string thing, string after, Func<Task<bool>> act)
    {
        Say(WriterHistory.Begin, thing, after);
        try
        {
            bool done = await act();
            Say(done ? WriterHistory.Acknowledge : WriterHistory.Refuse, thing, done ? after : "refused");
            return done;
        }
        catch (Exception exception)
        {
            // The disk is full, the server went away: the history keeps both states as possible.
            Say(WriterHistory.Refuse, thing, exception.ToString());
            return false;
        }
    }

    private void Say(string verb, string thing, string state) => output.WriteLine(WriterHistory.Line(verb, thing, state));

    private int FolderId() => Contents.GetById(WriterSite.Folders[random.Next(WriterSite.Folders.Length)])!.Id;

    private string NewTitle() => random.NextInt64().ToString(CultureInfo.InvariantCulture);
}
