using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.DeliveryChanges;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.KeyValues;

namespace Site.Core.Persistence.DeliveryChanges;

/// <inheritdoc />
internal sealed class DeliveryChangeLog(AmbientDbContext database, AmbientScope scopes, IDbContextFactory<SiteDbContext> contexts) : IDeliveryChangeLog
{
    // Of this site, beside those in Umbraco.Cms.Core.Constants.Locks.
    private const int Lock = -4001;

    // The highest position that was cleared.
    private const string FloorKey = "Site.DeliveryChanges.ClearedTo";

    /// <inheritdoc />
    public IReadOnlyList<DeliveredItem> ReadCurrent(IReadOnlyCollection<Guid>? keys)
    {
        IQueryable<DeliveryChangeRow> rows = database.Read.Set<DeliveryChangeRow>().Where(x => x.Current);
        if (keys is not null)
        {
            // One parameter, however many keys.
            Guid[] wanted = [.. keys];
            rows = rows.Where(x => EF.Parameter(wanted).Contains(x.DocumentKey));
        }

        return [.. rows.ToList().Select(ToItem)];
    }

    /// <inheritdoc />
    public void Append(IReadOnlyCollection<DeliveryChange> changes, DateTime date)
    {
        SiteDbContext context = Write();
        (long position, DateTime latest) = Head(context);
        position = Math.Max(position, Floor(context.Set<KeyValueRow>().SingleOrDefault(x => x.Key == FloorKey)));
        Guid[] keys = [.. changes.Select(x => x.Item.Key).Distinct()];
        var current = context.Set<DeliveryChangeRow>().AsTracking()
            .Where(x => x.Current && EF.Parameter(keys).Contains(x.DocumentKey))
            .ToDictionary(x => (x.DocumentKey, x.Culture));
        foreach (DeliveryChange change in changes)
        {
            if (current.TryGetValue(change.Item.Id, out DeliveryChangeRow? before))
            {
                before.Current = false;
            }

            // Dates are in the order of the positions, also after a clock was set back; both engines keep milliseconds.
            context.Add(ToRow(change, ++position, Later(date, latest)));
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    public int Clear(DateTime before)
    {
        SiteDbContext context = Write();
        IQueryable<DeliveryChangeRow> old = context.Set<DeliveryChangeRow>().Where(x => x.Date < before && !x.Current);
        if (old.Max(x => (long?)x.Position) is not { } last)
        {
            return 0;
        }

        KeyValueRow floor = context.Set<KeyValueRow>().AsTracking().SingleOrDefault(x => x.Key == FloorKey)
            ?? context.Add(new KeyValueRow { Key = FloorKey }).Entity;
        floor.Value = Math.Max(last, Floor(floor)).ToString(CultureInfo.InvariantCulture);
        floor.Updated = DateTime.UtcNow;
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return old.ExecuteDelete();
    }

    /// <inheritdoc />
    public async Task<ChangePage?> ReadAsync(ChangeQuery query, CancellationToken cancellationToken)
    {
        await using SiteDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<DeliveryChangeRow> rows = context.Set<DeliveryChangeRow>();
        ChangeCursor? begun = query.Since is { Position: 0 } ? null : query.Since;
        long since = begun?.Position ?? 0;
        DeliveryChangeRow? head = await rows.OrderByDescending(x => x.Position).FirstOrDefaultAsync(cancellationToken);
        DeliveryChangeRow? last = since == 0 ? null : await rows.FirstOrDefaultAsync(x => x.Position == since, cancellationToken);
        long to = head?.Position ?? 0;
        List<DeliveryChangeRow> found = await Of(rows, query.Organisations)
            .Where(x => x.Position > since && x.Position <= to)
            .OrderBy(x => x.Position)
            .Take(query.Take + 1)
            .ToListAsync(cancellationToken);

        // Read last: what is cleared meanwhile must not go unnoticed.
        long floor = Floor(await context.Set<KeyValueRow>().SingleOrDefaultAsync(x => x.Key == FloorKey, cancellationToken));
        return begun is { } cursor && !IsKnown(cursor, last, floor) ? null : ToPage(query, found, head, floor);
    }

    private static IQueryable<DeliveryChangeRow> Of(IQueryable<DeliveryChangeRow> rows, IReadOnlyCollection<Guid?>? organisations)
    {
        if (organisations is null)
        {
            return rows;
        }

        Guid[] wanted = [.. organisations.OfType<Guid>()];
        bool wantsNone = organisations.Contains(null);

        // Only what has moved has an organisation before, or none.
        return rows.Where(x =>
            (wantsNone && (x.Organisation == null || (x.Kind == DeliveryChangeKind.Moved && x.PreviousOrganisation == null)))
            || (x.Organisation != null && EF.Parameter(wanted).Contains(x.Organisation.Value))
            || (x.PreviousOrganisation != null && EF.Parameter(wanted).Contains(x.PreviousOrganisation.Value)));
    }

    // Above the floor nothing is missing: what is not there, or is another, was logged before a backup was restored.
    private static bool IsKnown(ChangeCursor cursor, DeliveryChangeRow? last, long floor) =>
        (cursor.Position >= floor || cursor.Floor == floor)
        && (last is null ? cursor.Position <= floor : last.Date.Ticks == cursor.Stamp);

    private static ChangePage ToPage(ChangeQuery query, List<DeliveryChangeRow> found, DeliveryChangeRow? head, long floor)
    {
        bool hasMore = found.Count > query.Take;
        IEnumerable<DeliveryChangeRow> taken = found.Take(query.Take);

        // What is filtered out up to the head need not be gone through again.
        ChangeCursor next = (hasMore ? taken.LastOrDefault() : head) is { } row
            ? new ChangeCursor(row.Position, row.Date.Ticks, floor)
            : query.Since ?? default;
        return new ChangePage([.. taken.Select(x => new LoggedDeliveryChange(x.Position, x.Date, ToChange(x)))], next, hasMore);
    }

    private static (long Position, DateTime Date) Head(SiteDbContext context) =>
        context.Set<DeliveryChangeRow>().OrderByDescending(x => x.Position).FirstOrDefault() is { } head ? (head.Position, head.Date) : (0, DateTime.MinValue);

    private static long Floor(KeyValueRow? row) => long.TryParse(row?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long floor) ? floor : 0;

    private static DateTime Later(DateTime date, DateTime latest)
    {
        DateTime rounded = date.AddTicks(-(date.Ticks % TimeSpan.TicksPerMillisecond));
        return rounded > latest ? rounded : latest;
    }

    private static DeliveredItem ToItem(DeliveryChangeRow row) =>
        new(row.DocumentKey, row.Culture, row.ContentType, row.Path, row.Organisation, row.Fingerprint);

    private static DeliveryChange ToChange(DeliveryChangeRow row) =>
        new(row.Kind, ToItem(row)) { PreviousPath = row.PreviousPath, PreviousOrganisation = row.PreviousOrganisation };

    private static DeliveryChangeRow ToRow(DeliveryChange change, long position, DateTime date) => new()
    {
        Position = position,
        Date = date,
        Kind = change.Kind,
        DocumentKey = change.Item.Key,
        Culture = change.Item.Culture,
        ContentType = change.Item.ContentType,
        Path = change.Item.Path,
        PreviousPath = change.PreviousPath,
        Organisation = change.Item.Organisation,
        PreviousOrganisation = change.PreviousOrganisation,
        Fingerprint = change.Item.Fingerprint,
        Current = change.Kind is not (DeliveryChangeKind.Unpublished or DeliveryChangeKind.Deleted),
    };

    private SiteDbContext Write()
    {
        scopes.Required.WriteLock(Lock);
        return database.Write;
    }
}
