using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Site.Core.Hosting.Jobs;
using Site.Core.Persistence.LongRunningOperations;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.LongRunningOperations;

/// <summary>What Core expects of operations that outlive a request, on both engines.</summary>
public abstract class LongRunningOperationTests(SiteFixture site)
{
    private readonly string _type = $"type-{Guid.NewGuid():N}";

    private ILongRunningOperationService Operations => site.Get<ILongRunningOperationService>();

    [Fact]
    public async Task An_operation_runs_and_its_result_is_kept()
    {
        Attempt<Guid, LongRunningOperationEnqueueStatus> run = await Operations.RunAsync(
            _type,
            _ => Task.FromResult(new Outcome("é", 3)),
            runInBackground: false);

        Attempt<Outcome?, LongRunningOperationResultStatus> result = await Operations.GetResultAsync<Outcome>(run.Result);

        Assert.Equal(LongRunningOperationEnqueueStatus.Success, run.Status);
        Assert.Equal(LongRunningOperationStatus.Success, await Operations.GetStatusAsync(run.Result));
        Assert.Equal(LongRunningOperationResultStatus.Success, result.Status);
        Assert.Equal(new Outcome("é", 3), result.Result);
    }

    [Fact]
    public async Task A_second_one_of_its_type_waits_until_the_first_has_ended()
    {
        var end = new TaskCompletionSource();
        Attempt<Guid, LongRunningOperationEnqueueStatus> first = await Operations.RunAsync(_type, _ => end.Task);
        Attempt<Guid, LongRunningOperationEnqueueStatus> second = await Operations.RunAsync(_type, _ => Task.CompletedTask);
        PagedModel<LongRunningOperation> running = await Operations.GetByTypeAsync(_type, 0, 10);

        end.SetResult();
        await EndedAsync(first.Result);

        Assert.Equal(LongRunningOperationEnqueueStatus.AlreadyRunning, second.Status);
        Assert.Equal(first.Result, Assert.Single(running.Items).Id);
        Assert.Equal(LongRunningOperationStatus.Success, await Operations.GetStatusAsync(first.Result));
        Assert.Equal(LongRunningOperationEnqueueStatus.Success, (await Operations.RunAsync(_type, _ => Task.CompletedTask, runInBackground: false)).Status);
    }

    /// <summary>Core reads the result of the task, which throws, before it has stored the status.</summary>
    [Fact]
    public async Task One_that_throws_is_never_a_success_and_in_nobodys_way_once_it_is_stale()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Operations.RunAsync(
            _type,
            async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("Non.");
            },
            runInBackground: false));
        var later = new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(1));
        var repository = ActivatorUtilities.CreateInstance<LongRunningOperationRepository>(site.Services, later);
        using ICoreScope scope = site.CreateScope();

        LongRunningOperation operation = Assert.Single((await repository.GetByTypeAsync(_type, [], 0, 10)).Items);

        Assert.True(operation.Status is LongRunningOperationStatus.Failed or LongRunningOperationStatus.Stale, operation.Status.ToString());
    }

    [Fact]
    public async Task One_that_gave_no_sign_of_life_is_stale_and_in_nobodys_way()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var repository = ActivatorUtilities.CreateInstance<LongRunningOperationRepository>(site.Services, time);
        Guid id = Guid.NewGuid();
        using ICoreScope scope = site.CreateScope();
        await repository.CreateAsync(New(id, LongRunningOperationStatus.Enqueued), time.GetUtcNow().AddMinutes(5));
        await repository.UpdateStatusAsync(id, LongRunningOperationStatus.Running, time.GetUtcNow().AddMinutes(5));
        Assert.Equal(LongRunningOperationStatus.Running, await repository.GetStatusAsync(id));

        time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(LongRunningOperationStatus.Stale, await repository.GetStatusAsync(id));
        Assert.Equal(LongRunningOperationStatus.Stale, (await repository.GetAsync(id))!.Status);
        Assert.Empty((await repository.GetByTypeAsync(_type, [LongRunningOperationStatus.Enqueued, LongRunningOperationStatus.Running], 0, 10)).Items);
        Assert.Equal(1, (await repository.GetByTypeAsync(_type, [LongRunningOperationStatus.Stale], 0, 10)).Total);
        Assert.Equal(1, (await repository.GetByTypeAsync(_type, [], 0, 0)).Total);

        await repository.UpdateStatusAsync(id, LongRunningOperationStatus.Success, time.GetUtcNow().AddMinutes(-1));
        Assert.Equal(LongRunningOperationStatus.Success, await repository.GetStatusAsync(id));
    }

    [Fact]
    public async Task Unknown_ones_are_unknown()
    {
        ILongRunningOperationRepository repository = site.Get<ILongRunningOperationRepository>();
        using ICoreScope scope = site.CreateScope();

        Assert.Null(await repository.GetAsync(Guid.NewGuid()));
        Assert.Null(await repository.GetAsync<string>(Guid.NewGuid()));
        Assert.Null(await repository.GetStatusAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task Old_ones_are_cleaned_up()
    {
        Guid id = (await Operations.RunAsync(_type, _ => Task.CompletedTask, runInBackground: false)).Result;
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var job = ActivatorUtilities.CreateInstance<LongRunningOperationsCleanupJob>(site.Services, time);

        await job.RunAsync(CancellationToken.None);
        Assert.NotNull(await Operations.GetStatusAsync(id));

        time.Advance(TimeSpan.FromDays(365));
        await job.RunAsync(CancellationToken.None);
        Assert.Null(await Operations.GetStatusAsync(id));
    }

    private LongRunningOperation New(Guid id, LongRunningOperationStatus status) => new() { Id = id, Type = _type, Status = status };

    private async Task EndedAsync(Guid id)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await Operations.GetStatusAsync(id) is LongRunningOperationStatus.Enqueued or LongRunningOperationStatus.Running)
        {
            timeout.Token.ThrowIfCancellationRequested();
        }
    }

    private sealed record Outcome(string Text, int Number);

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : LongRunningOperationTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : LongRunningOperationTests(site), IClassFixture<PostgresSiteFixture>;
}
