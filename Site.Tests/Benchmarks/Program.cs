using Site.Tests.Benchmarks;

switch (args)
{
    case ["startup"]:
        return await StartupBenchmark.RunAsync(Console.Out);
    case ["content", .. var arguments] when ContentBenchmarkOptions.Parse(arguments) is { } options:
        return await ContentBenchmark.RunAsync(options, Console.Out);
    default:
        Console.WriteLine("""
            Benchmarks, each of the published program:
              startup                                             first boot with import, restart, and resident memory
              content [--count N] [--postgres CONNECTIONSTRING]   a site with N (10000) generated articles: import, start, memory, requests,
                                                                  publishing, tree, editing, and readers beside a writer; on SQLite, or in
                                                                  an empty PostgreSQL database
            """);
        return 2;
}
